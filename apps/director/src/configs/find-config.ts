import { fail } from '../errors.js';
import type { ConfigRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** By its id as it came, unless it is deleted. Throws `ConfigNotFound`. */
export async function findConfig(read: Repositories, id: string): Promise<ConfigRow> {
  const row = /^\d{1,15}$/.test(id) ? await read.configs.find({ id: Number(id), deleted: false }) : undefined;
  if (row === undefined) throw fail('ConfigNotFound', `there is no config ${id}`);
  return row;
}
