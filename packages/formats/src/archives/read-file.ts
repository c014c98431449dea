import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** A file as a stream whose chunks fit its size: large ones are fast for large files, and a burden on memory for many small ones. */
export async function readFileStream(path: string): Promise<ReadStream> {
  const { size } = await stat(path);
  return createReadStream(path, { highWaterMark: Math.min(Math.max(size, 4 << 10), 1 << 20) });
}
