/** A blob that no other row names. */
export interface PassingBlobRow {
  readonly id: number;
  /** May not have been put yet, or be gone. */
  readonly blobstoreId: string;
  /** Milliseconds since 1970; 0 for one that nobody needs any more. */
  readonly keepUntil: number;
}
