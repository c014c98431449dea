import type { JsonObject } from '@bosh6/base';

/** What a scan found wrong with a VM or a disk. */
export interface ProblemRow {
  readonly id: number;
  readonly deploymentId: number;
  /** One of `problems/kinds.ts`. */
  readonly type: string;
  /** Of an instance, or of a disk, as the type says. */
  readonly resourceId: number;
  /** A later scan closes what it finds anew or not at all. */
  readonly state: 'open' | 'closed' | 'resolved';
  readonly data: JsonObject;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}
