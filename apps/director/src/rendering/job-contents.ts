import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CodedError } from '@bosh6/base';
import { digestFile, type JobContents, readJob } from '@bosh6/formats/archives';
import type { Blobstore } from '../blobs/blobstore.js';
import { fail } from './errors.js';

export interface JobBlob {
  readonly blobstoreId: string;
  /** Of its bytes, as they were uploaded. */
  readonly sha1: string;
}

/** Reads job archives from the blobstore, each once. Throws JobArchiveMissing, and JobArchiveSpoilt for bytes that are not those that were uploaded. */
export class JobReader {
  readonly #blobs: Blobstore;
  readonly #read = new Map<string, Promise<JobContents>>();

  constructor(blobs: Blobstore) {
    this.#blobs = blobs;
  }

  contents(blob: JobBlob, name: string): Promise<JobContents> {
    const known = this.#read.get(blob.blobstoreId);
    if (known !== undefined) return known;
    const reading = this.#fromBlob(blob, name);
    this.#read.set(blob.blobstoreId, reading);
    return reading;
  }

  async #fromBlob(blob: JobBlob, name: string): Promise<JobContents> {
    const blobId = blob.blobstoreId;
    const path = this.#blobs.path?.(blobId);
    if (path !== undefined && (await this.#blobs.exists(blobId))) return verified(path, blob, name);
    const directory = await mkdtemp(join(tmpdir(), 'bosh6-job-'));
    try {
      const copy = join(directory, 'job.tgz');
      await pipeline(this.#blobs.get(blobId), createWriteStream(copy));
      return await verified(copy, blob, name);
    } catch (cause) {
      if (!CodedError.is(cause, 'BlobNotFound')) throw cause;
      throw fail('JobArchiveMissing', `the archive of job '${name}', blob ${blobId}, is not in the blobstore any more`, { cause });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
}

async function verified(path: string, { blobstoreId, sha1 }: JobBlob, name: string): Promise<JobContents> {
  const { sha1: found } = await digestFile(path);
  if (found !== sha1)
    throw fail(
      'JobArchiveSpoilt',
      `the archive of job '${name}', blob ${blobstoreId}, is not what was uploaded: expected sha1 ${sha1}, got ${found}`,
    );
  return readJob(path, name);
}
