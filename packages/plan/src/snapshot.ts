import type { JsonObject } from '@bosh6/base';
import { IpAddress } from '@bosh6/ip';
import type { AppliedState } from './applied-state.js';

/** What a deploy starts from: read once, plain data (structured-cloneable), never written back. */
export interface Snapshot {
  directorName: string;
  deployment: string;
  /** Instances of this deployment, in any order. */
  instances: InstanceSnapshot[];
  /** Every address reserved anywhere on this Director, this deployment's own included. */
  used: PackedIntervals;
  compiledPackages: CompiledPackage[];
}

/**
 * Address intervals without objects: `v4` and `v6` hold 32 bytes an interval, the first and the last address,
 * each in 16 bytes (IPv4 right-aligned), sorted or not.
 */
export interface PackedIntervals {
  v4: Uint8Array;
  v6: Uint8Array;
}

export interface InstanceSnapshot {
  id: number;
  uuid: string;
  group: string;
  index: number;
  az?: string;
  bootstrap: boolean;
  ignore: boolean;
  state: 'started' | 'stopped' | 'detached';
  /** False when the last change of it did not come to its end. */
  updateCompleted: boolean;
  reservations: HeldReservation[];
  vm?: VmSnapshot;
  /** A VM that a cut-off deploy made beside that one and that never took its place. */
  spare?: VmSnapshot;
  disk?: DiskSnapshot;
  /** What the last finished update gave it; absent when none finished. */
  applied?: AppliedState;
}

export function holdsAddress(instance: InstanceSnapshot, address: IpAddress): boolean {
  return instance.reservations.some((held) => IpAddress.parse(held.address).equals(address));
}

export interface HeldReservation {
  id: number;
  network: string;
  family: 4 | 6;
  /** RFC 5952 text of the base address. */
  address: string;
  /** Length in bits; 32 or 128 for a single address. */
  prefix: number;
  kind: 'static' | 'dynamic';
  /** Absent: the instance's VM, or the instance while it has none. `none`: it has a VM, and that does not use it. */
  holder?: 'spare' | 'none';
}

export interface VmSnapshot {
  cid: string;
  agentId: string;
  /** As its CPI gave them. */
  networks: Record<string, JsonObject>;
  /** As its CPI was asked for them; absent of VMs made before that was stored. */
  asked?: Record<string, JsonObject>;
  stemcell: { name: string; version: string };
  /** What the agent said; `unresponsive` when it said nothing in time, `gone` when the CPI has no such VM any more. */
  jobState: string;
  /** What it was made with. */
  cloudProperties: JsonObject;
  envHashes: Record<string, string>;
  /** Of the trusted certificates that its agent took; `unknown` when a change of them was cut off. */
  trustedCerts?: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

export interface DiskSnapshot {
  cid: string;
  sizeMib: number;
  cloudProperties: JsonObject;
}

/** Reuse key: package, stemcell OS and version, dependency key (formats of BOSH, release upload). */
export interface CompiledPackage {
  packageId: number;
  stemcellOs: string;
  stemcellVersion: string;
  dependencyKey: string;
  build: number;
  blobstoreId: string;
  sha1: string;
}
