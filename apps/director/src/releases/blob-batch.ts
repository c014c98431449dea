import { createReadStream } from 'node:fs';
import type { Blobstore, StoredBlob } from '../blobs/blobstore.js';
import { deleteObsolete } from '../blobs/delete-obsolete.js';
import type { Log } from '../core/log.js';

/** Blobs put on the way to one transaction: all of them go again when it does not come. */
export class BlobBatch {
  readonly #blobs: Blobstore;
  readonly #log: Log;
  readonly #put: string[] = [];

  constructor(blobs: Blobstore, log: Log) {
    this.#blobs = blobs;
    this.#log = log;
  }

  async file(path: string): Promise<StoredBlob> {
    return this.#keep(await this.#blobs.put(createReadStream(path)));
  }

  async copy(id: string): Promise<StoredBlob> {
    return this.#keep(await this.#blobs.put(this.#blobs.get(id)));
  }

  /** Never rejects: what went wrong before is what somebody is to hear. */
  async undo(): Promise<void> {
    await deleteObsolete(this.#blobs, this.#put.splice(0), this.#log);
  }

  #keep(blob: StoredBlob): StoredBlob {
    this.#put.push(blob.id);
    return blob;
  }
}
