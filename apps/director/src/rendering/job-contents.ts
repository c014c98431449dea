import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CodedError } from '@bosh6/base';
import { type JobContents, readJob } from '@bosh6/formats/archives';
import type { Blobstore } from '../blobs/blobstore.js';
import { fail } from './errors.js';

/** Reads job archives from the blobstore, each once. Throws JobArchiveMissing. */
export class JobReader {
  readonly #blobs: Blobstore;
  readonly #read = new Map<string, Promise<JobContents>>();

  constructor(blobs: Blobstore) {
    this.#blobs = blobs;
  }

  contents(blobId: string, name: string): Promise<JobContents> {
    const known = this.#read.get(blobId);
    if (known !== undefined) return known;
    const reading = this.#fromBlob(blobId, name);
    this.#read.set(blobId, reading);
    return reading;
  }

  async #fromBlob(blobId: string, name: string): Promise<JobContents> {
    const path = this.#blobs.path?.(blobId);
    if (path !== undefined && (await this.#blobs.exists(blobId))) return readJob(path, name);
    const directory = await mkdtemp(join(tmpdir(), 'bosh6-job-'));
    try {
      const copy = join(directory, 'job.tgz');
      await pipeline(this.#blobs.get(blobId), createWriteStream(copy));
      return await readJob(copy, name);
    } catch (cause) {
      if (!CodedError.is(cause, 'BlobNotFound')) throw cause;
      throw fail('JobArchiveMissing', `the archive of job '${name}', blob ${blobId}, is not in the blobstore any more`, { cause });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
}
