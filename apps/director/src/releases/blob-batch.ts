import { createReadStream } from 'node:fs';
import type { Blobstore, StoredBlob } from '../blobs/blobstore.js';

/** Blobs put on the way to one transaction: all of them go again when it does not come. */
export class BlobBatch {
  readonly #blobs: Blobstore;
  readonly #put: string[] = [];

  constructor(blobs: Blobstore) {
    this.#blobs = blobs;
  }

  async file(path: string): Promise<StoredBlob> {
    return this.#keep(await this.#blobs.put(createReadStream(path)));
  }

  async copy(id: string): Promise<StoredBlob> {
    return this.#keep(await this.#blobs.put(this.#blobs.get(id)));
  }

  async undo(): Promise<void> {
    for (const id of this.#put.splice(0)) await this.#blobs.delete(id);
  }

  #keep(blob: StoredBlob): StoredBlob {
    this.#put.push(blob.id);
    return blob;
  }
}
