import { fail } from '../errors.js';
import type { LinkRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** By its id as it came. Throws 810000. */
export async function findLink(read: Repositories, id: string): Promise<LinkRow> {
  const row = /^\d{1,15}$/.test(id) ? await read.links.find({ id: Number(id) }) : undefined;
  if (row === undefined) throw fail('LinkNotFound', `there is no link ${id}`);
  return row;
}
