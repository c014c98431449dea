import { createHash } from 'node:crypto';

/** 36 bits: enough that nothing changes unnoticed by chance. */
export const digestLength = 6;

/** What a plan's id holds of one part of what it was made from. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, digestLength);
}
