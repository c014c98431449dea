import type { CertificateExpiry } from '../certificate-expiry.js';
import type { Config, ConfigDiff as ContractConfigDiff } from '../config.js';
import type { CpiLine as ContractCpiLine } from '../cpi.js';
import type { DeploymentDiff as ContractDeploymentDiff, Deployment } from '../deployment.js';
import type { OrphanDisk } from '../disk.js';
import type { DynamicDisk } from '../dynamic-disk.js';
import type { ErrorBody } from '../errors.js';
import type { Info } from '../info.js';
import type { InstanceFull } from '../instance.js';
import type { NetworksUsage as ContractNetworksUsage } from '../network-usage.js';
import type { OrphanedVm } from '../orphaned-vm.js';
import type { DeploymentPlan as ContractPlan } from '../plan.js';
import type { ReleaseInspection as ContractInspection, Release } from '../release.js';
import type { Stemcell } from '../stemcell.js';
import type { Task as ContractTask, ErrorLine, NoticeLine, StageLine } from '../task.js';

/**
 * The contract as a reader of Directors of any age and make sees it: every field may be missing or null. The types come from the contract's
 * schemas; the client checks only what it steers by, since a CLI that loads the whole validator starts half as fast.
 */
export type Lenient<T> = T extends readonly [unknown, ...unknown[]]
  ? T
  : T extends readonly (infer E)[]
    ? Lenient<E>[]
    : T extends object
      ? { [K in keyof T]?: Lenient<T[K]> | null | undefined }
      : T;
type With<T, K extends keyof T> = Lenient<T> & { [P in K]: NonNullable<T[P]> };

export type { DiffLine } from '../diff.js';
export type { TaskState } from '../task-state.js';

export type DirectorInfo = Lenient<Omit<Info, 'user_authentication' | 'features'>> & {
  user_authentication?: { type?: string; options?: { url?: string } } | null;
  features?: Record<string, { status?: boolean }> | null;
};
export type Task = With<ContractTask, 'id' | 'state'>;
export type ConfigEntry = With<Config, 'id' | 'type' | 'name' | 'content' | 'created_at'>;
export type ConfigDiff = With<ContractConfigDiff, 'diff'>;
export type DeploymentDiff = With<Omit<ContractDeploymentDiff, 'context'>, 'diff'> & { context?: Record<string, unknown> | null };
/** Only our own Director makes it. */
export type DeploymentPlan = ContractPlan;
export type DeploymentEntry = With<Deployment, 'name'>;
export type StemcellEntry = With<Stemcell, 'name' | 'version'>;
export type ReleaseEntry = With<Pick<Release, 'name'>, 'name'> & {
  release_versions: With<Release['release_versions'][number], 'version'>[];
};
export type ReleaseInspection = Lenient<ContractInspection>;
export type OrphanedVmEntry = With<OrphanedVm, 'cid'>;
export type OrphanedDiskEntry = With<OrphanDisk, 'disk_cid'>;
export type NetworksUsage = Lenient<ContractNetworksUsage>;
export type SubnetUsageEntry = NonNullable<NetworksUsage['subnets']>[number];
export type CpiLine = Lenient<ContractCpiLine>;
export type CertificateEntry = Lenient<CertificateExpiry>;
export type DynamicDiskEntry = With<DynamicDisk, 'name'>;
export interface PlainVm {
  readonly id?: string | null;
  readonly ips?: readonly string[] | null;
}
export interface OrphanedNetworkEntry {
  readonly name: string;
  readonly type?: string | null;
  readonly created_at?: string | null;
  readonly orphaned_at?: string | null;
}
export interface DeploymentConfigEntry {
  readonly deployment: string;
  readonly config: { readonly id: number | string; readonly type: string; readonly name: string };
}
/** A side of a comparison: a stored config, or a text. */
export type ConfigSide = { readonly id: string } | { readonly content: string };
export interface ReleaseExport {
  readonly deployment: string;
  readonly release: { readonly name: string; readonly version: string };
  readonly stemcell: { readonly os: string; readonly version: string };
  /** All of the release's when empty. */
  readonly jobs: readonly string[];
}
/** A line of a `vms` task's result. */
export type InstanceLine = Lenient<InstanceFull>;
export type VitalsLine = NonNullable<InstanceLine['vitals']>;
export type ProcessLine = NonNullable<InstanceLine['processes']>[number];
/** Our addition to error bodies: what, where in the text that the Director received, how to fix. */
export type ErrorDetails = Lenient<NonNullable<ErrorBody['details']>>;

type Fields<T> = Partial<Omit<T, 'time'>>;
/** A line of a task's event output (director-api reference, section 5.3), whatever its kind. */
export type EventLine = Pick<StageLine, 'time'> &
  Fields<Omit<StageLine, 'data'>> &
  Fields<NoticeLine> & {
    data?: StageLine['data'] | null;
    error?: Omit<ErrorLine['error'], 'details'> & { details?: ErrorDetails | null };
  };
