import type { Json } from '@bosh6/base';

export interface DiskRow {
  readonly id: number;
  readonly instanceId: number;
  readonly cid: string;
  /** MiB. */
  readonly size: number;
  readonly active: boolean;
  readonly cloudProperties: Json;
  readonly name: string;
  readonly cpi: string;
}

export interface OrphanDiskRow {
  readonly id: number;
  readonly cid: string;
  /** MiB. */
  readonly size: number;
  readonly az: string | null;
  readonly deploymentName: string;
  /** `<group>/<uuid>`. */
  readonly instanceName: string;
  readonly cloudProperties: Json;
  readonly cpi: string;
  /** Milliseconds since 1970. */
  readonly orphanedAt: number;
}
