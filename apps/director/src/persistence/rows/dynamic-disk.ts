import type { Json, JsonObject } from '@bosh6/base';

/** A named disk of a deployment that no manifest speaks of. */
export interface DynamicDiskRow {
  readonly id: number;
  readonly deploymentId: number;
  /** Of one disk alone. */
  readonly name: string;
  readonly cid: string;
  /** Disk type of the cloud config. */
  readonly pool: string;
  /** MiB. */
  readonly size: number;
  readonly az: string | null;
  readonly cpi: string;
  readonly metadata: JsonObject;
  /** Whose it is until somebody detaches it: each VM that the instance gets has it. */
  readonly instanceId: number | null;
  /** The VM that has it, or is just being given it, or losing it. */
  readonly vmCid: string | null;
  /** Where that VM has it, as long as that is sure. */
  readonly hint: Json;
}
