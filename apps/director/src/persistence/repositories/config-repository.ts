import type { EntityManager } from 'typeorm';
import { configEntity } from '../entities/index.js';
import type { ConfigRow, NewConfigRow } from '../rows/index.js';
import { Table } from '../table.js';

/** `default` first, then by name. */
export function inOrderOfNames<T extends Pick<ConfigRow, 'name'>>(rows: readonly T[]): T[] {
  const rank = ({ name }: T): string => (name === 'default' ? '' : name);
  return [...rows].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

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
    return inOrderOfNames([...newest.values()]);
  }
}
