import type { EntityManager } from 'typeorm';
import { attributeEntity } from '../entities/index.js';
import type { AttributeRow } from '../rows/index.js';
import { Table } from '../table.js';

/** The Director's own facts: its uuid, keys that it made. */
export class AttributeRepository extends Table<AttributeRow, AttributeRow> {
  constructor(manager: EntityManager) {
    super(manager, attributeEntity);
  }

  /** Inside `Store.write`. */
  async set(name: string, value: string): Promise<void> {
    await this.delete({ name });
    await this.insert({ name, value });
  }

  async get(name: string): Promise<string | undefined> {
    return (await this.find({ name }))?.value;
  }
}
