import { createReadStream } from 'node:fs';
import { digestStream } from '@bosh6/formats/archives';
import { fail } from '../errors.js';
import { placeInside } from '../place.js';
import { whole } from '../write-whole.js';
import { type Blob, checkBlobPath, listBlobs, saveBlobs } from './blob-list.js';

/** `add-blob`: copies a file to `blobs/PATH` and lists it; what stood there is replaced. Throws `UnreadableFile`, `UnsafePath`. */
export async function addBlob(directory: string, file: string, path: string): Promise<Blob> {
  checkBlobPath(path, path);
  const target = await placeInside(directory, `blobs/${path}`);
  const others = (await listBlobs(directory)).filter((blob) => blob.path !== path);
  let blob: Blob | undefined;
  try {
    await whole(target, async (partial) => {
      const { sha256, size } = await digestStream(createReadStream(file), partial);
      blob = { path, size, digest: `sha256:${sha256}` };
    });
  } catch (cause) {
    throw fail('UnreadableFile', `'${file}' cannot become blob '${path}'`, { where: { document: file }, hint: 'give a file', cause });
  }
  if (blob === undefined) throw new Error('a blob without digest');
  await saveBlobs(directory, [...others, blob]);
  return blob;
}
