import { accessSync, constants, createReadStream, type Stats, statSync } from 'node:fs';
import { type ErrorDetails, type TarballSource, uploaded } from '@bosh6/director-api/client';
import { fail } from '../errors.js';
import { transferBar } from '../output/transfer-bar.js';
import type { Seat } from '../session/seat.js';
import { unreadable } from './read-document.js';

type Kind = keyof typeof uploaded;

export const isRemote = (text: string): boolean => /^https?:\/\//.test(text);

/** An address as it is, or a file that is streamed with a bar. Call `end` once it is sent. Errors: UnreadableFile. */
export function tarballOf(kind: Kind, from: string, sha1: string | undefined, seat: Seat): { source: TarballSource; end(): void } {
  if (isRemote(from)) return { source: { location: from, ...(sha1 === undefined ? {} : { sha1 }) }, end: () => {} };
  const size = tarballSize(kind, from);
  const bar = transferBar(seat.ui, seat.world, size);
  return {
    source: { size, open: () => createReadStream(from, { highWaterMark: 1 << 20 }), onProgress: (sent) => bar.update(sent) },
    end: () => bar.end(),
  };
}

/** Bytes of a file that the person named as a tarball. Errors: UnreadableFile. */
export function tarballSize(kind: Kind, path: string): number {
  let found: Stats;
  try {
    found = statSync(path);
    accessSync(path, constants.R_OK);
  } catch (cause) {
    throw unreadable(path, cause);
  }
  if (found.isFile()) return found.size;
  const what = found.isDirectory() ? 'a directory' : 'no regular file';
  const hint =
    found.isDirectory() && kind === 'release'
      ? `for a release directory write \`bosh6 upload-release --dir ${path}\``
      : 'give the tarball itself';
  throw fail('UnreadableFile', `'${path}' is ${what}, not a tarball`, { hint, where: { document: path } });
}

type Where = NonNullable<ErrorDetails['where']>;

/** Puts the person's path where the Director says "the upload". */
export function locateUpload(kind: Kind, from: string): (where: Where) => Where {
  return (where) => (!isRemote(from) && where.object === uploaded[kind] ? { document: from } : where);
}
