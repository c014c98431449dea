import type { Json } from '@bosh6/base';
import type { DesiredPackage, DesiredStemcell } from './desired.js';
import type { CompiledPackage, InstanceSnapshot } from './snapshot.js';

/** What a deploy will do, and why. Holds hashes, never secret values; may be printed, stored, compared, and run once. */
export interface Plan {
  /** Packages to compile, each after those it needs. */
  compile: CompileStep[];
  instances: InstanceStep[];
  delete: DeleteStep[];
  /** True when no VM, disk, address or instance changes. */
  isNoop: boolean;
}

/**
 * `create`: it has no VM. `recreate`: its VM is replaced. `update`: in place. `restart`: the same, with nothing new for it. `metadata`: its VM gets other tags, its
 * jobs run on. `stop`: its jobs stop. `detach`: its VM goes, its disk stays. `wait`: it rests already, and stays so; its changes are made when it is started.
 */
export type InstanceAction = 'none' | 'metadata' | 'restart' | 'update' | 'recreate' | 'create' | 'stop' | 'detach' | 'wait';

export interface InstanceStep {
  uuid: string;
  group: string;
  index: number;
  action: InstanceAction;
  changes: Change[];
  disk: DiskAction;
}

export type ChangeKind =
  | 'new'
  | 'missing_vm'
  | 'dirty'
  | 'recreate'
  | 'restart'
  | 'recreate_persistent_disks'
  | 'cloud_properties'
  | 'stemcell'
  | 'env'
  | 'network'
  | 'packages'
  | 'persistent_disk'
  | 'configuration'
  | 'job'
  | 'state'
  | 'trusted_certs'
  | 'tags';

export interface Change {
  kind: ChangeKind;
  /** In words, without values that may be secret. */
  reason: string;
  /** What differs, where that is known by name. */
  values?: Difference[];
}

/** A value that is not what it was; a side is absent where there is none, or where only its hash is known. */
export interface Difference {
  name: string;
  before?: Json;
  after?: Json;
}

/** `replace`: a new disk, the old one's data copied, the old one orphaned. */
export type DiskAction = 'none' | 'keep' | 'create' | 'replace' | 'orphan';

export interface DeleteStep {
  instance: InstanceSnapshot;
  reason: string;
}

export interface CompileStep {
  /** `NAME/FINGERPRINT`. */
  title: string;
  package: DesiredPackage;
  stemcell: DesiredStemcell;
  dependencyKey: string;
  /** Compiled already, or compiled by an earlier step of this plan. */
  dependencies: PackageRef[];
}

/** A compiled package that is there, or the step that makes it. */
export interface PackageRef {
  name: string;
  /** The package's own version, without a build. */
  version: string;
  packageId: number;
  stemcellOs: string;
  stemcellVersion: string;
  dependencyKey: string;
  compiled?: CompiledPackage;
}
