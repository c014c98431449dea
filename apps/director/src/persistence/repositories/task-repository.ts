import type { EntityManager } from 'typeorm';
import { taskEntity } from '../entities/index.js';
import type { TaskRow } from '../rows/index.js';
import { Table } from '../table.js';

export class TaskRepository extends Table<TaskRow> {
  constructor(manager: EntityManager) {
    super(manager, taskEntity);
  }
}
