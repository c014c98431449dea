import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { World } from '@bosh6/base';
import { fail } from '../errors.js';
import type { Blobstore, StoredBlob } from './blobstore.js';
import { fleeting } from './fleeting.js';
import { removeLeft } from './remove-left.js';
import type { UrlSigner, Verb } from './signer.js';

const day = 86_400;

/** Blobs as files; written aside and renamed, so that a reader never sees half of one. */
export class FileBlobstore implements Blobstore {
  readonly #root: string;
  readonly #world: World;
  readonly #signer: UrlSigner;
  readonly #origin: (family: 4 | 6) => string;

  constructor(root: string, world: World, signer: UrlSigner, origin: (family: 4 | 6) => string) {
    this.#root = root;
    this.#world = world;
    this.#signer = signer;
    this.#origin = origin;
  }

  /** Removes what a killed process left half-written, or needed for itself alone; `others` may be writing too. */
  async prepare(others = false): Promise<void> {
    await removeLeft(join(this.#root, 'tmp'), this.#world, { others });
    const kept = (path: string): boolean => !basename(path).startsWith(fleeting);
    await removeLeft(dirname(this.path(fleeting)), this.#world, { others, keep: kept });
    await mkdir(join(this.#root, 'tmp'), { recursive: true, mode: 0o700 });
  }

  async put(source: Readable | Uint8Array, options: { id?: string } = {}): Promise<StoredBlob> {
    const id = options.id ?? this.#world.uuid();
    const target = this.path(id);
    const aside = join(this.#root, 'tmp', `${id}.${this.#world.uuid()}`);
    const hashes = { sha1: createHash('sha1'), sha256: createHash('sha256') };
    let size = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hashes.sha1.update(chunk);
        hashes.sha256.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(source instanceof Uint8Array ? Readable.from([source]) : source, count, createWriteStream(aside, { mode: 0o600 }));
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(aside, target);
    } catch (error) {
      await rm(aside, { force: true });
      throw this.#isOwn(error) ? fail('BlobstoreUnwritable', `the blobstore cannot be written: ${error.message}`, { cause: error }) : error;
    }
    return { id, sha1: hashes.sha1.digest('hex'), sha256: hashes.sha256.digest('hex'), size };
  }

  get(id: string): Readable {
    const path = this.path(id);
    const chunks = async function* (): AsyncGenerator<Buffer> {
      try {
        yield* createReadStream(path);
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
        throw fail('BlobNotFound', `there is no blob '${id}'`, { cause });
      }
    };
    return Readable.from(chunks(), { objectMode: false });
  }

  /** Not the source's. */
  #isOwn(error: unknown): error is NodeJS.ErrnoException {
    const { path, syscall } = error as NodeJS.ErrnoException;
    return path?.startsWith(this.#root) ?? ['write', 'writev'].includes(syscall ?? '');
  }

  path(id: string): string {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,127}$/.test(id)) throw fail('BlobIdInvalid', `'${id}' is not the id of a blob`);
    return join(this.#root, id.slice(0, 2), id);
  }

  async delete(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  async exists(id: string): Promise<boolean> {
    return (await this.size(id)) !== undefined;
  }

  async size(id: string): Promise<number | undefined> {
    const found = await stat(this.path(id)).catch(() => undefined);
    return found?.size;
  }

  signedUrl(verb: Verb, id: string, options: { family: 4 | 6; expiresIn?: number }): string {
    const expires = Math.floor(this.#world.now() / 1000) + (options.expiresIn ?? day);
    return `${this.#origin(options.family)}${this.#signer.sign(verb, id, expires)}`;
  }
}
