import { createReadStream, createWriteStream } from 'node:fs';
import { access, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CodedError, type World } from '@bosh6/base';
import { fullDisk, isFull } from '../disks/full-disk.js';
import { fail } from '../errors.js';
import type { Layout } from '../layout.js';
import type { SettingsService } from '../settings/settings-service.js';
import { verifier } from './digests.js';
import { download, type TransferOptions, upload, withRetries } from './http-transfer.js';

export interface BlobReference {
  /** For messages: `package nginx`. */
  what: string;
  digest: string;
  blobstoreId?: string | null | undefined;
  signedUrl?: string | null | undefined;
  headers?: Record<string, string> | null | undefined;
}

/** Blobs in and out of a VM: those that came by `upload_blob`, by signed URL, or from the blobstore of the settings. */
export class BlobFetcher {
  readonly #layout: Layout;
  readonly #settings: SettingsService;
  readonly #world: World;

  constructor(layout: Layout, settings: SettingsService, world: World) {
    this.#layout = layout;
    this.#settings = settings;
    this.#world = world;
  }

  /** The path of a verified copy; `release` removes it when it is only a copy. Throws BlobUnavailable, DigestMismatch, DiskFull. */
  async fetch(blob: BlobReference): Promise<{ path: string; release: () => Promise<void> }> {
    const target = join(this.#layout.temporary, `blob-${this.#world.uuid()}`);
    await mkdir(this.#layout.temporary, { recursive: true });
    const release = (): Promise<void> => rm(target, { force: true });
    try {
      await withRetries(
        this.#world,
        async () => pipeline(await this.#open(blob), verifier(blob.digest, blob.what), createWriteStream(target, { mode: 0o600 })),
        (error) => CodedError.is(error) && (!error.retryable || isRefusal(error)),
      );
    } catch (error) {
      const why = await broken(error, blob.what, this.#layout.temporary);
      await release();
      throw why;
    }
    return { path: target, release };
  }

  /** Keeps a blob that `upload_blob` brought. Throws DiskFull. */
  async keepSensitive(id: string, content: Uint8Array): Promise<void> {
    const path = join(this.#layout.sensitiveBlobs, safeId(id));
    await mkdir(this.#layout.sensitiveBlobs, { recursive: true, mode: 0o700 });
    try {
      await writeFile(`${path}.new`, content, { mode: 0o600 });
      await rename(`${path}.new`, path);
    } catch (error) {
      const why = await broken(error, 'rendered templates', this.#layout.sensitiveBlobs);
      await rm(`${path}.new`, { force: true });
      throw why;
    }
  }

  async forgetSensitive(id: string): Promise<void> {
    await rm(join(this.#layout.sensitiveBlobs, safeId(id)), { force: true });
    await rm(join(this.#layout.blobs, safeId(id)), { force: true });
  }

  /** Puts a file into the blobstore of the settings and gives its id. Throws UploadFailed. */
  async store(path: string): Promise<string> {
    const directory = this.#localBlobstore();
    if (directory === undefined) {
      throw fail(
        'UploadFailed',
        `this agent cannot write to a '${this.#settings.blobstore()?.provider ?? 'missing'}' blobstore; use signed URLs`,
      );
    }
    const id = this.#world.uuid();
    await mkdir(directory, { recursive: true });
    await copyFile(path, join(directory, `${id}.new`));
    await rename(join(directory, `${id}.new`), join(directory, id));
    return id;
  }

  async put(path: string, url: string, headers?: Record<string, string> | null): Promise<void> {
    await withRetries(
      this.#world,
      () => upload(path, url, this.#transfer(headers)),
      (error) => CodedError.is(error) && (!error.retryable || isRefusal(error)),
    );
  }

  async #open(blob: BlobReference): Promise<Readable> {
    const id = blob.blobstoreId;
    if (id) {
      for (const directory of [this.#layout.sensitiveBlobs, this.#layout.blobs]) {
        const path = join(directory, safeId(id));
        if (await exists(path)) return createReadStream(path);
      }
    }
    if (blob.signedUrl) return download(blob.signedUrl, this.#transfer(blob.headers));
    const local = this.#localBlobstore();
    if (id && local !== undefined && (await exists(join(local, safeId(id))))) return createReadStream(join(local, safeId(id)));
    throw fail('BlobUnavailable', `${blob.what}: the blob is neither here nor has it a signed URL`, { details: { status: 404 } });
  }

  #transfer(headers?: Record<string, string> | null): TransferOptions {
    const ca = this.#settings.blobstoreCa();
    return { ...(ca === undefined ? {} : { ca }), ...(headers ? { headers } : {}) };
  }

  /** The stock agent's rule: the one path of create-env means data/blobs. */
  #localBlobstore(): string | undefined {
    const blobstore = this.#settings.blobstore();
    const path = blobstore?.options?.blobstore_path;
    if (blobstore?.provider !== 'local' || typeof path !== 'string') return undefined;
    return path === '/var/vcap/micro_bosh/data/cache' ? this.#layout.blobs : path;
  }
}

function safeId(id: string): string {
  if (!/^[A-Za-z0-9._-]+$/.test(id) || id.startsWith('.'))
    throw fail('BlobUnavailable', 'a blob id holds letters, digits, dots, underscores and hyphens');
  return id;
}

/** A transfer that ended amid the bytes. */
async function broken(error: unknown, what: string, directory: string): Promise<unknown> {
  if (CodedError.is(error)) return error;
  if (await isFull(directory)) return fullDisk(what, directory, error);
  return fail('BlobUnavailable', `${what}: the transfer was cut off: ${(error as Error).message}`, { cause: error });
}

/** A 4xx answer stays what it is. */
function isRefusal(error: CodedError): boolean {
  const status = error.details?.status;
  return typeof status === 'number' && status >= 400 && status < 500;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
