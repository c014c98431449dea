import { createReadStream, statSync } from 'node:fs';
import type { TarballSource } from '@bosh6/director-api/client';
import { fail } from '../errors.js';
import { transferBar } from '../output/transfer-bar.js';
import type { Seat } from '../session/seat.js';

export const isRemote = (text: string): boolean => /^https?:\/\//.test(text);

/** An address as it is, or a file that is streamed with a bar. Call `end` once it is sent. Errors: UnreadableFile. */
export function tarballOf(from: string, sha1: string | undefined, seat: Seat): { source: TarballSource; end(): void } {
  if (isRemote(from)) return { source: { location: from, ...(sha1 === undefined ? {} : { sha1 }) }, end: () => {} };
  const size = sizeOf(from);
  const bar = transferBar(seat.ui, seat.world, size);
  return {
    source: { size, open: () => createReadStream(from, { highWaterMark: 1 << 20 }), onProgress: (sent) => bar.update(sent) },
    end: () => bar.end(),
  };
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (cause) {
    throw fail('UnreadableFile', `'${path}' cannot be read: there is no such file`, { cause, where: { document: path } });
  }
}
