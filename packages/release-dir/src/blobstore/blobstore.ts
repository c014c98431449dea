/** Where final archives and blobs of a release live. */
export interface Blobstore {
  /** Copies an object to a file that is not there yet. Throws `BlobMissing`. */
  get(id: string, to: string): Promise<void>;
  /** Stores a file; the id of the new object. */
  create(file: string): Promise<string>;
}
