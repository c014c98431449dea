import type { JsonObject } from '@bosh6/base';
import type { CloudConfig, Manifest, PropertyDefinition, Written } from '@bosh6/formats';
import type { StateChange } from './wanted-state.js';

/** What the manifest asks for, with its releases and stemcells looked up. Plain data. */
export interface Desired {
  manifest: Manifest;
  cloudConfig: CloudConfig;
  releases: DesiredRelease[];
  /** One for each CPI that has it. */
  stemcells: DesiredStemcell[];
  /** Addresses that no VM may get, such as the Director's own. */
  neverAllocate: string[];
  /** Where the Director is: a VM that has a route to none of them cannot be reached. None: not checked. */
  endpoints: { family: 4 | 6; address: string }[];
  /** Whether IPv4 subnets may have no gateway; IPv6 ones always may. */
  ignoreMissingGateway?: boolean;
  /** Digest of the certificates that every VM is to trust; none when absent. */
  trustedCerts?: string;
  /** Fresh UUIDs, one for each instance that may have to be made: as many as the manifest has instances. */
  newIds: string[];
  /** Cloud properties that CPIs calculated for groups with `vm_resources`, by group name (`''` for compilation), then by CPI. */
  calculated?: Record<string, Record<string, JsonObject>>;
  /** Groups (or `true` for all) whose VMs shall be made anew. */
  recreate?: true | string[];
  /** Milliseconds since 1970: of the VMs that shall be made anew, those that are older. */
  recreateCreatedBefore?: number;
  /** Persistent disks shall be made anew, with the data of the old ones. */
  recreatePersistentDisks?: boolean;
  stateChange?: StateChange;
  /** The errand group that is about to run: it gets its instances. */
  errand?: string;
}

export interface DesiredRelease {
  name: string;
  version: string;
  jobs: ReleaseJob[];
  packages: DesiredPackage[];
}

export interface ReleaseJob {
  name: string;
  /** Version or fingerprint. */
  version: string;
  sha1: string;
  blobstoreId: string;
  packages: string[];
  /** As the spec declares them, by dotted name. */
  properties: Record<string, PropertyDefinition>;
  provides: { name: string; type: string; properties: string[] }[];
  consumes: { name: string; type: string; optional: boolean }[];
}

export interface DesiredPackage {
  id: number;
  name: string;
  version: string;
  fingerprint: string;
  sha1: string;
  blobstoreId?: string;
  dependencies: string[];
  /** Release that it comes from. */
  release: string;
}

export interface DesiredStemcell {
  alias: string;
  name: string;
  os: string;
  version: string;
  cid: string;
  apiVersion: number;
  /** That VMs of it are made with; its name of now. */
  cpi: string;
}

/** A job of a group, bound to its release's job. */
export interface GroupJob extends Written {
  name: string;
  release: string;
  releaseVersion: string;
  job: ReleaseJob;
}
