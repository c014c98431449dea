/** A snapshot belongs to its disk, so it goes along when that becomes an orphan or another instance's. */
export interface SnapshotRow {
  readonly id: number;
  readonly cid: string;
  readonly diskCid: string;
  readonly cpi: string;
  /** The instance's jobs were stopped. */
  readonly clean: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}
