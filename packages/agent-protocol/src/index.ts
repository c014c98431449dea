export {
  type ApplySpec,
  applySpecSchema,
  type CompiledDependency,
  compiledDependencySchema,
  type JobTemplateSpec,
  jobTemplateSpecSchema,
  type PackageSpec,
  packageSpecSchema,
} from './apply-spec.js';
export { type BootstrapError, bootstrapErrorSchema } from './bootstrap-error.js';
export { type Digest, type DigestAlgorithm, formatDigest, parseDigest } from './digest.js';
export {
  type AgentException,
  type AgentRequest,
  type AgentResponse,
  type AgentTask,
  agentExceptionSchema,
  agentRequestSchema,
  agentResponseSchema,
  agentTaskSchema,
  decodeJson,
  decodeRequest,
  decodeResponse,
  encodeMessage,
  isAgentTask,
} from './envelope.js';
export { fail as agentProtocolErrors } from './errors.js';
export { type AgentId, agentId } from './ids.js';
export { type AgentArguments, type AgentMethod, type AgentResult, agentMethods, type MethodMode, protocolVersion } from './methods.js';
export { type NetworkSettings, type Networks, networkSettingsSchema, networksSchema } from './network.js';
export {
  type AgentConfig,
  type AgentEnv,
  type AgentSettings,
  agentConfigSchema,
  agentEnvSchema,
  agentSettingsSchema,
  type BlobstoreSettings,
  blobstoreSettingsSchema,
  type DiskHint,
  diskHintSchema,
  type MbusCert,
  type MbusSettings,
  mbusCertSchema,
  mbusSettingsSchema,
  type UpdateSettings,
  updateSettingsSchema,
} from './settings.js';
export {
  type AgentState,
  type Alert,
  agentStateSchema,
  alertSchema,
  type Beat,
  beatSchema,
  type ForeignAddress,
  foreignAddressSchema,
  type Heartbeat,
  heartbeatSchema,
  type JobState,
  jobStateSchema,
  type Listener,
  listenerSchema,
  type ProcessState,
  type ProcessStatus,
  processStateSchema,
  processStatusSchema,
  type Vitals,
  vitalsSchema,
} from './state.js';
export {
  agentSubject,
  alertSubject,
  directorSubjects,
  heartbeatSubject,
  replySubject,
  shutdownSubject,
} from './subjects.js';
