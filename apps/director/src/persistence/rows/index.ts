export type { AttributeRow, ConfigRow } from './config.js';
export type { DeploymentRow, VariableRow } from './deployment.js';
export type { DiskRow, OrphanDiskRow } from './disk.js';
export type { InstanceRow, InstanceState, VmRow } from './instance.js';
export type { IntentRow, IntentState } from './intent.js';
export type { CompiledPackageRow, JobRow, PackageRow, ReleaseRow, ReleaseVersionRow } from './release.js';
export type { ReservationKind, ReservationRow } from './reservation.js';
export type { StemcellRow } from './stemcell.js';
export type { EventRow, LockRow, TaskRow, TaskState, TaskSummary } from './task.js';
