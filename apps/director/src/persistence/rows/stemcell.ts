export interface StemcellRow {
  readonly id: number;
  readonly name: string;
  readonly version: string;
  readonly os: string;
  readonly cid: string;
  readonly sha1: string;
  /** Name of the CPI that has it; '' for the one of a Director without CPI config. */
  readonly cpi: string;
  readonly apiVersion: number | null;
}
