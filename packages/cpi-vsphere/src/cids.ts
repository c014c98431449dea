import { createHash, randomUUID } from 'node:crypto';
import type { CallContext } from '@bosh6/cpi-protocol';

/** A stock Director draws its request ids from 900 000; they repeat, so nothing may be concluded from them. */
export const isUnique = (requestId: string): boolean => !/^cpi-\d{6}$/.test(requestId);

/**
 * The UUID in the name of what a call makes. A repeated call makes the same name, and vCenter makes a name once; so whoever repeats finds what there is,
 * without anybody's memory. `otherwise` stands in for request ids that are not unique.
 */
export function uuidOf(
  method: string,
  { requestId, directorUuid }: Pick<CallContext, 'requestId' | 'directorUuid'>,
  otherwise?: string,
): string {
  const key = isUnique(requestId) ? `request ${requestId}` : otherwise;
  if (key === undefined) return randomUUID();
  const hash = createHash('sha256')
    .update(JSON.stringify([method, directorUuid, key]))
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const digits = hash.toString('hex', 0, 16);
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}
