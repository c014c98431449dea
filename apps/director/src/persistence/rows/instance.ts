import type { Json } from '@bosh6/base';

export type InstanceState = 'started' | 'stopped' | 'detached';

export interface InstanceRow {
  readonly id: number;
  readonly uuid: string;
  readonly deploymentId: number;
  readonly group: string;
  readonly index: number;
  readonly az: string | null;
  readonly bootstrap: boolean;
  readonly state: InstanceState;
  readonly updateCompleted: boolean;
  readonly ignore: boolean;
  /** What was last applied: networks, jobs, packages, configurationHash, env, cloudProperties, stemcell, persistentDisk. */
  readonly spec: Json;
}

export interface VmRow {
  readonly id: number;
  readonly instanceId: number;
  readonly agentId: string;
  /** Null between the intent and the CPI's answer. */
  readonly cid: string | null;
  readonly active: boolean;
  readonly cpi: string;
  readonly stemcellName: string;
  readonly stemcellVersion: string;
  readonly stemcellApiVersion: number | null;
  readonly env: Json;
  readonly cloudProperties: Json;
  /** As its CPI gave them. */
  readonly networks: Json;
  /** As its CPI was asked for them; null of VMs made before that was stored. */
  readonly askedNetworks: Json;
  readonly permanentCredentials: boolean;
  /** Digest of the certificates that its agent took; null for none, `unknown` while it is being told. */
  readonly trustedCerts: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** An instance without what was applied to it, which is much. */
export type InstanceSummary = Omit<InstanceRow, 'spec'>;

/** Of an instance's VM what finds it and its agent. */
export type VmAgent = Pick<VmRow, 'instanceId' | 'agentId' | 'cid' | 'cpi'>;
