import type { EntityManager } from 'typeorm';
import { configEntity } from '../entities/index.js';
import type { ConfigRow, NewConfigRow } from '../rows/index.js';
import { Table } from '../table.js';

export class ConfigRepository extends Table<ConfigRow, NewConfigRow> {
  constructor(manager: EntityManager) {
    super(manager, configEntity);
  }

  /** The newest that is not deleted. */
  async current(type: string, name: string): Promise<ConfigRow | undefined> {
    return (await this.all({ type, name, deleted: false })).at(-1);
  }

  /** Ids of the newest of each name; the same as long as none of them changes. */
  async currentIds(type: string): Promise<number[]> {
    const rows = await this.manager.find(this.schema, {
      select: { id: true, name: true },
      where: { type, deleted: false },
      order: { id: 'ASC' },
    });
    return [...new Map(rows.map(({ id, name }) => [name, id])).values()];
  }

  /** The newest of each name, `default` first, then by name. */
  async currentOfType(type: string): Promise<ConfigRow[]> {
    const newest = new Map<string, ConfigRow>();
    for (const row of await this.all({ type, deleted: false })) newest.set(row.name, row);
    const rank = (row: ConfigRow): string => (row.name === 'default' ? '' : row.name);
    return [...newest.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  }
}
