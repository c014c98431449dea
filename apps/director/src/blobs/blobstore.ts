import type { Readable } from 'node:stream';

export interface StoredBlob {
  readonly id: string;
  /** Hex SHA-1 of the bytes. */
  readonly sha1: string;
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Where the Director keeps bytes. Streams only; a blob is seen whole or not at all. */
export interface Blobstore {
  put(source: Readable | Uint8Array, options?: { id?: string }): Promise<StoredBlob>;
  /** Errors with `BlobNotFound` on the stream when absent. */
  get(id: string): Readable;
  /** A file that holds the blob, where the store has one. */
  path?(id: string): string;
  /** Deleting what is absent is fine. */
  delete(id: string): Promise<void>;
  exists(id: string): Promise<boolean>;
  size(id: string): Promise<number | undefined>;
  /** A URL on the Director's endpoint of that family which works without credentials until it expires (seconds, one day unless given). */
  signedUrl(verb: 'GET' | 'PUT', id: string, options: { family: 4 | 6; expiresIn?: number }): string;
}
