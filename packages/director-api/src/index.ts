export {
  type CertificateExpiry,
  certificateExpiriesSchema,
  certificateExpirySchema,
  type DeployedCertificate,
  deployedCertificatesSchema,
} from './certificate-expiry.js';
export { type CleanableArtifacts, type CleanupPost, cleanableArtifactsSchema, cleanupPostSchema } from './cleanup.js';
export {
  type Config,
  type ConfigConflict,
  type ConfigDiff,
  type ConfigDiffPost,
  type ConfigPost,
  type ConfigQuery,
  configConflictSchema,
  configDiffPostSchema,
  configDiffSchema,
  configPostSchema,
  configQuerySchema,
  configSchema,
  configsSchema,
  type OlderConfig,
  olderConfigSchema,
  olderConfigsSchema,
} from './config.js';
export { type CpiLine, cpiLineSchema } from './cpi.js';
export {
  type DeployContext,
  type Deployment,
  type DeploymentConfig,
  type DeploymentDiff,
  type DeploymentManifest,
  type DeployQuery,
  deployContextSchema,
  deploymentConfigSchema,
  deploymentConfigsSchema,
  deploymentDiffSchema,
  deploymentManifestSchema,
  deploymentSchema,
  deploymentsSchema,
  deployQuerySchema,
} from './deployment.js';
export { type DiffLine, diffLineSchema } from './diff.js';
export { type OrphanDisk, orphanDiskSchema, orphanDisksSchema } from './disk.js';
export {
  type DynamicDisk,
  dynamicDiskAttachSchema,
  dynamicDiskPostSchema,
  dynamicDiskProvideSchema,
  dynamicDiskResultSchema,
  dynamicDisksSchema,
} from './dynamic-disk.js';
export { type ErrorBody, type ErrorWhere, errorBodySchema, errorWhereSchema } from './errors.js';
export {
  type Event,
  type EventPost,
  type EventQuery,
  eventPostSchema,
  eventQuerySchema,
  eventSchema,
  eventsSchema,
  type Lock,
  lockSchema,
  locksSchema,
} from './event.js';
export { type FsckFinding, fsckFindingSchema, fsckSeverities } from './fsck.js';
export { type Info, infoSchema } from './info.js';
export {
  errandRunSchema,
  errandsSchema,
  type ForeignAddress,
  foreignAddressSchema,
  type IgnorePut,
  type Instance,
  type InstanceFull,
  type InstanceState,
  ignorePutSchema,
  instanceFullSchema,
  instanceSchema,
  instanceStateSchema,
  instancesSchema,
  type Process,
  processSchema,
  type Snapshot,
  snapshotsSchema,
  type VmVitals,
  vmVitalsSchema,
} from './instance.js';
export {
  type Link,
  type LinkConsumer,
  type LinkPost,
  type LinkProvider,
  linkAddressSchema,
  linkConsumersSchema,
  linkPostSchema,
  linkProvidersSchema,
  linkSchema,
} from './link.js';
export {
  type NetworksUsage,
  type NetworksUsageQuery,
  networksUsageQuerySchema,
  networksUsageSchema,
  type SubnetUsage,
  subnetUsageSchema,
  type UsageHolder,
  type UsageRegion,
  usageHolderSchema,
  usageRegionSchema,
} from './network-usage.js';
export { type OrphanedVm, orphanedVmSchema, orphanedVmsSchema } from './orphaned-vm.js';
export {
  type DeploymentPlan,
  deploymentPlanSchema,
  type PlannedChange,
  type PlannedInstance,
  type PlannedValue,
  plannedActions,
} from './plan.js';
export {
  type Problem,
  type ProblemsPut,
  problemSchema,
  problemsPutSchema,
  problemsSchema,
  type ScanAndFixPut,
  scanAndFixPutSchema,
} from './problem.js';
export {
  fingerprintsSchema,
  type Release,
  type ReleaseExport,
  type ReleaseInspection,
  type ReleaseJob,
  releaseExportSchema,
  releaseInspectionSchema,
  releaseJobSchema,
  releaseJobsSchema,
  releaseSchema,
  releasesSchema,
} from './release.js';
export { type Resurrection, type ResurrectionPut, resurrectionPutSchema, resurrectionSchema } from './resurrection.js';
export { mediaTypes, routes, tokenRoutes } from './routes.js';
export { type SshPost, type SshTarget, sshPostSchema } from './ssh.js';
export {
  type RemoteUpload,
  remoteUploadSchema,
  type Stemcell,
  type StemcellUploads,
  stemcellSchema,
  stemcellsSchema,
  stemcellUploadsPostSchema,
  stemcellUploadsSchema,
  type UploadQuery,
  uploadQuerySchema,
} from './stemcell.js';
export {
  type ErrorLine,
  type EventLine,
  errorLineSchema,
  eventLineSchema,
  type NoticeLine,
  noticeLineSchema,
  type StageLine,
  stageLineSchema,
  type Task,
  type TaskOutputType,
  type TaskQuery,
  taskOutputTypes,
  taskQuerySchema,
  taskSchema,
  tasksCancelPostSchema,
  tasksSchema,
} from './task.js';
export { isRunning, type TaskState, taskStates } from './task-state.js';
export {
  type LoginPrompts,
  loginPromptsSchema,
  type Token,
  type TokenClaims,
  type TokenError,
  type TokenForm,
  tokenClaimsSchema,
  tokenErrorSchema,
  tokenFormSchema,
  tokenSchema,
} from './token.js';
export { uploaded } from './uploaded.js';
export {
  type DeployedVariables,
  deployedVariablesSchema,
  type Variable,
  variableSchema,
  variablesSchema,
} from './variable.js';
