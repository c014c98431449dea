import type { Json, JsonObject } from '@bosh6/base';
import type { Located, Written } from '../yaml/source-document.js';

/** A deployment manifest (v2), checked for all that can be checked without a Director's state. Plain data; `pointer`s lead back to its text. */
export interface Manifest extends Located {
  name: string;
  releases: ManifestRelease[];
  stemcells: ManifestStemcell[];
  update: UpdatePolicy;
  instanceGroups: InstanceGroup[];
  addons: Addon[];
  variables: VariableDefinition[];
  features: Features;
  tags: Record<string, string>;
  /** Deprecated global properties; `{}` when absent. */
  properties: JsonObject;
}

export interface ManifestRelease extends Written {
  name: string;
  /** May be `latest` or `PREFIX.latest`. */
  version: string;
  url?: string;
  sha1?: string;
  stemcell?: { os: string; version: string };
  exportedFrom: { os: string; version: string }[];
}

export interface ManifestStemcell extends Located {
  alias: string;
  os?: string;
  name?: string;
  /** May be `latest` or `PREFIX.latest`. */
  version: string;
}

/** A count, or a share of the instances. */
export type Amount = { count: number } | { percent: number };

/** Milliseconds. */
export interface WatchTime {
  min: number;
  max: number;
}

export interface UpdatePolicy extends Located {
  canaries: Amount;
  maxInFlight: Amount;
  canaryWatchTime: WatchTime;
  updateWatchTime: WatchTime;
  serial: boolean;
  vmStrategy?: 'delete-create' | 'create-swap-delete';
  initialDeployAzUpdateStrategy: 'serial' | 'parallel';
}

export type PersistentDisk =
  | ({ kind: 'size' /** MB */; size: number } & Located)
  | ({ kind: 'type'; type: string } & Located)
  | ({ kind: 'named'; disks: { name: string; type: string }[] } & Located);

export interface VmResources {
  cpu: number;
  /** MB */
  ram: number;
  /** MB */
  ephemeralDiskSize: number;
}

export type GroupState = 'started' | 'stopped' | 'detached' | 'recreate' | 'restart';

export interface InstanceGroup extends Located {
  name: string;
  lifecycle: 'service' | 'errand';
  instances: number;
  azs?: string[];
  jobs: ManifestJob[];
  /** Alias of one of the manifest's stemcells. */
  stemcell: string;
  vmType?: string;
  vmResources?: VmResources;
  vmExtensions: string[];
  /** Absent: none. */
  persistentDisk?: PersistentDisk;
  /** Non-empty; `@bosh6/ipam` parses the entries, which start at `networksPointer`. */
  networks: Json[];
  networksPointer: string;
  /** The manifest's policy with the group's own keys over it. */
  update: UpdatePolicy;
  migratedFrom: ({ name: string; az?: string } & Located)[];
  env: JsonObject;
  /** Deprecated group properties, for jobs without properties of their own. */
  properties: JsonObject;
  tags: Record<string, string>;
  state?: GroupState;
  instanceStates: Record<string, GroupState>;
}

export interface ManifestJob extends Written {
  name: string;
  release: string;
  /** Absent when the job has no `properties` key: then group and global properties count. */
  properties?: JsonObject;
  /** By link name: details, or `'nil'` where the manifest blocks it. */
  provides: Record<string, ProvidedLink | 'nil'>;
  consumes: Record<string, ConsumedLink | 'nil'>;
  customProviderDefinitions: { name: string; type: string; properties: string[] }[];
}

export interface ProvidedLink extends Located {
  as?: string;
  shared: boolean;
  aliases: DnsAlias[];
}

/** A name in local DNS for the instances that provide a link. */
export interface DnsAlias {
  domain: string;
  healthFilter?: string;
  initialHealthCheck?: string;
  placeholderType?: string;
}

export interface ConsumedLink extends Located {
  from?: string;
  deployment?: string;
  network?: string;
  ipAddresses?: boolean;
  /** A manual link: the manifest gives its contents. */
  manual?: { instances: JsonObject[]; properties: JsonObject; address?: string };
}

export interface Addon extends Located {
  name: string;
  jobs: ManifestJob[];
  /** Absent: everything. */
  include?: AddonFilter;
  /** Absent: nothing. */
  exclude?: AddonFilter;
}

/** Of each key that is there, one value must fit. */
export interface AddonFilter {
  deployments?: string[];
  teams?: string[];
  jobs?: { name: string; release: string }[];
  instanceGroups?: string[];
  /** Operating systems. */
  stemcells?: string[];
  networks?: string[];
  azs?: string[];
  lifecycle?: string;
}

export interface VariableDefinition extends Written {
  name: string;
  type: string;
  options: JsonObject;
  updateMode?: 'no-overwrite' | 'overwrite' | 'converge';
  updateStrategy: 'on-deploy' | 'on-stemcell-change';
  consumes?: JsonObject;
}

export interface Features extends Located {
  useDnsAddresses?: boolean;
  useShortDnsAddresses?: boolean;
  useLinkDnsNames?: boolean;
  randomizeAzPlacement?: boolean;
  convergeVariables?: boolean;
  useTmpfsConfig?: boolean;
}
