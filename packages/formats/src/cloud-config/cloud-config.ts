import type { Json, JsonObject } from '@bosh6/base';
import type { VmResources } from '../manifest/manifest.js';
import type { Sourced } from '../yaml/source-document.js';

/** All cloud configs of a Director as one, in order of upload. Plain data. */
export interface CloudConfig {
  azs: CloudAz[];
  vmTypes: VmType[];
  vmExtensions: VmType[];
  diskTypes: DiskType[];
  /** Raw; `@bosh6/ipam` parses them. `networkSources[i]` says where `networks[i]` was written. */
  networks: Json[];
  networkSources: Sourced[];
  compilation: Compilation;
}

export interface CloudAz extends Sourced {
  name: string;
  cloudProperties: JsonObject;
  cpi?: string;
}

export interface VmType extends Sourced {
  name: string;
  cloudProperties: JsonObject;
}

export interface DiskType extends Sourced {
  name: string;
  /** MB */
  diskSize: number;
  cloudProperties: JsonObject;
}

export interface Compilation extends Sourced {
  workers: number;
  reuseCompilationVms: boolean;
  orphanWorkers: boolean;
  network: string;
  az?: string;
  vmType?: string;
  vmResources?: VmResources;
  /** `{}` when a VM type or resources say it. */
  cloudProperties: JsonObject;
  vmExtensions: string[];
  env: JsonObject;
}
