export { uploaded } from '../uploaded.js';
export type { CleanUpPreview } from './clean-up.js';
export { createDirector } from './create-director.js';
export { type Credentials, readClaims, type TokenClaims, type Tokens } from './credentials.js';
export type {
  DeployOptions,
  Director,
  DirectorOptions,
  FollowOptions,
  OutputType,
  TarballSource,
  TaskOutcome,
  Upload,
} from './director.js';
export { fail as directorClientErrors } from './errors.js';
export type { EventEntry } from './events.js';
export type { InstanceAction, InstanceState } from './instance-states.js';
export type { Problem, Resolutions } from './problems.js';
export { directorUrl, isSameDirector, parseTarget, type Target } from './target.js';
export type { TypedConfig } from './typed-configs.js';
export type {
  CertificateEntry,
  ConfigDiff,
  ConfigEntry,
  ConfigSide,
  CpiLine,
  DeploymentConfigEntry,
  DeploymentDiff,
  DeploymentEntry,
  DeploymentPlan,
  DiffLine,
  DirectorInfo,
  DynamicDiskEntry,
  ErrorDetails,
  EventLine,
  InstanceLine,
  NetworksUsage,
  OrphanedDiskEntry,
  OrphanedNetworkEntry,
  OrphanedVmEntry,
  ProcessLine,
  ReleaseEntry,
  ReleaseInspection,
  StemcellEntry,
  SubnetUsageEntry,
  Task,
  TaskState,
  VitalsLine,
} from './wire.js';
