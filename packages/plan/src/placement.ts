import type { JsonObject } from '@bosh6/base';
import type { DesiredPackage, DesiredStemcell, GroupJob } from './desired.js';
import type { CompiledPackage, InstanceSnapshot } from './snapshot.js';

/** Where everything goes: which instances, in which AZ, with which addresses. Nothing of it has happened yet. */
export interface Placement {
  groups: PlacedGroup[];
  /** In the order of the manifest's groups, then by index. */
  instances: PlacedInstance[];
  /** Instances that the manifest no longer asks for. */
  obsolete: InstanceSnapshot[];
  /** What is compiled already. */
  compiledPackages: CompiledPackage[];
  compilation: PlacedCompilation;
  /** Digest of the certificates that every VM is to trust; none when absent. */
  trustedCerts?: string;
}

/** How compilation VMs are made; their addresses are allocated when they are. */
export interface PlacedCompilation {
  /** That of its AZ. */
  cpi: string;
  workers: number;
  reuseVms: boolean;
  network: string;
  az?: string;
  cloudProperties: JsonObject;
  env: JsonObject;
}

export interface PlacedGroup {
  name: string;
  pointer: string;
  lifecycle: 'service' | 'errand';
  /** What its packages are compiled on: as the CPI of compilation has it, or if that has not got it, as any other has. */
  stemcell: DesiredStemcell;
  jobs: GroupJob[];
  /** Every package that the jobs need directly or through others, dependencies first. */
  packages: DesiredPackage[];
  /** May hold secrets; for the VM only. */
  env: JsonObject;
  /** For its VMs in the infrastructure: the deployment's, and over them its own. */
  tags: Record<string, string>;
  /** Absent where `vm_resources` say it. */
  vmType?: string;
  persistentDisk?: { sizeMib: number; cloudProperties: JsonObject };
  /** New VMs of it are made beside the old ones, as `vm_strategy: create-swap-delete` says; never where it has fixed or virtual addresses. */
  swaps: boolean;
  /** The group no longer in the manifest is not here; a group of zero instances is. */
  instances: number;
}

export interface PlacedInstance {
  uuid: string;
  group: string;
  index: number;
  az?: string;
  /** As the CPI of its AZ has it. */
  stemcell: DesiredStemcell;
  bootstrap: boolean;
  /** Why it gets a new VM although nothing of it differs: the person asked for it. */
  recreate?: string;
  /** The person asked for a new disk with the old one's data. */
  recreateDisk: boolean;
  /** The person asked for its jobs to be stopped and started. */
  restart: boolean;
  /** What it shall be in afterwards. A stopped one waits for all other changes until it is started; a detached one has no VM. */
  state: InstanceSnapshot['state'];
  /** Its new VM is made beside the one that it has, with addresses of its own; `spare` when one that fits is there already. */
  swap?: 'new' | 'spare';
  /** Present when it exists already. */
  existing?: InstanceSnapshot;
  reservations: PlacedReservation[];
  /** Ids of reservations that it holds and no longer needs. */
  releases: number[];
  /** Network name to settings, for the CPI and the agent; the second family of a network is an entry of its own. */
  networks: Record<string, JsonObject>;
  cloudProperties: JsonObject;
  /** Address of the network that is `addressable`, else of the one that is default for `gateway`. */
  ip: string;
  /** Its address of each family, of the same network where that has both; absent when it has none, or only the IaaS knows it. */
  ipv4?: string;
  ipv6?: string;
  /** The network that `ip` is on. */
  defaultNetwork: string;
}

export interface PlacedReservation {
  network: string;
  family: 4 | 6;
  /** RFC 5952 text of the base address. */
  address: string;
  prefix: number;
  kind: 'static' | 'dynamic';
  /** As in the settings; networks of one group share a NIC. */
  nicGroup?: string;
  /** Id of the row that serves it already. */
  heldBy?: number;
}
