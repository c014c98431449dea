import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { cpiError } from '@bosh6/cpi-protocol';
import { extract } from 'tar-stream';

/** No descriptor is longer; a larger file is something else. */
const longestDescriptor = 16 * 1024 * 1024;

export interface ImageFile {
  /** As the OVF's references name it. */
  name: string;
  size: number;
}

export interface Image {
  ovf: string;
  files: ImageFile[];
}

/** Reads the OVF descriptor and the list of files of a stemcell's `image`, a tar with or without gzip. Throws CloudError. */
export async function readImage(imagePath: string): Promise<Image> {
  const image: { ovf?: string; files: ImageFile[] } = { files: [] };
  for await (const { name, size, content } of entriesOf(imagePath)) {
    if (!name.endsWith('.ovf')) image.files.push({ name, size });
    else if (size > longestDescriptor) throw broken(imagePath, `'${name}' has ${size} bytes, too many for a descriptor`);
    else image.ovf = await textOf(content);
  }
  if (image.ovf === undefined) throw broken(imagePath, 'it holds no .ovf file');
  return { ovf: image.ovf, files: image.files };
}

/** Opens one file of the image, out of the tar and without a copy on disk. */
export function openImageFile(imagePath: string, name: string): Readable {
  return Readable.from(contentOf(imagePath, name), { objectMode: false });
}

async function* contentOf(imagePath: string, name: string): AsyncGenerator<Buffer> {
  for await (const file of entriesOf(imagePath)) {
    if (file.name !== name) continue;
    yield* file.content as AsyncIterable<Buffer>;
    return;
  }
  throw broken(imagePath, `it holds no '${name}', which its descriptor names`);
}

async function* entriesOf(imagePath: string): AsyncGenerator<ImageFile & { content: Readable }> {
  const zipped = await isGzip(imagePath);
  const tar = extract();
  const source = createReadStream(imagePath);
  const fed = zipped ? pipeline(source, createGunzip(), tar) : pipeline(source, tar);
  // the loop below tells of the failure; here it only must not go unhandled
  fed.catch((error: Error) => tar.destroy(error));
  try {
    for await (const entry of tar) {
      const { name, type, size } = entry.header;
      if (type === 'file') yield { name: name.replace(/^(\.\/)+/, ''), size: size ?? 0, content: entry as unknown as Readable };
      entry.resume();
    }
    await fed;
  } catch (error) {
    const { code = '', message = '' } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_') || /tar header|unexpected end/i.test(message)) throw broken(imagePath, message, error);
    throw error;
  } finally {
    source.destroy();
  }
}

async function isGzip(imagePath: string): Promise<boolean> {
  const file = await open(imagePath).catch((error: Error) => {
    throw broken(imagePath, error.message, error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE(0) === 0x1f8b;
  } finally {
    await file.close();
  }
}

async function textOf(content: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function broken(imagePath: string, why: string, cause?: unknown): Error {
  return cpiError('CloudError', `stemcell image '${imagePath}': ${why}`, {
    hint: 'the image of a vSphere stemcell is a tar of an .ovf and its .vmdk files',
    ...(cause === undefined ? {} : { cause }),
  });
}
