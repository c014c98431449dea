import type { EntityManager } from 'typeorm';
import { configEntity } from '../entities/index.js';
import type { ConfigRow } from '../rows/index.js';
import { Table } from '../table.js';

export class ConfigRepository extends Table<ConfigRow> {
  constructor(manager: EntityManager) {
    super(manager, configEntity);
  }
}
