export { uploaded } from '../uploaded.js';
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
export { directorUrl, isSameDirector, parseTarget, type Target } from './target.js';
export type {
  ConfigDiff,
  ConfigEntry,
  DeploymentDiff,
  DeploymentEntry,
  DiffLine,
  DirectorInfo,
  ErrorDetails,
  EventLine,
  InstanceLine,
  NetworksUsage,
  OrphanedDiskEntry,
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
