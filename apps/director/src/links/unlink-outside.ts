import { fail } from '../errors.js';
import type { Repositories } from '../persistence/store.js';
import { findLink } from './find-link.js';

/** Takes the link of somebody outside. Throws 810000, and 810005 for one of a job. */
export async function unlinkOutside(tx: Repositories, text: string): Promise<void> {
  const { id, consumerId } = await findLink(tx, text);
  const consumer = await tx.links.consumers.find({ id: consumerId });
  if (consumer?.group !== null) throw fail('LinkNotExternal', `link ${id} is that of job '${consumer?.owner}'`);
  await tx.links.delete({ id });
  await tx.links.consumers.delete({ id: consumerId });
}
