export { createExternalCpi, type ExternalCpiOptions } from './client/external-cpi.js';
export {
  type CallContext,
  type Cpi,
  type CpiCapabilities,
  type CpiInfo,
  type CpiNetwork,
  type CpiNetworks,
  type CreatedVm,
  type CreateMethod,
  type CreateVmRequest,
  createMethods,
  type DiskHint,
  type Inventory,
  type VmDiagnostics,
} from './cpi.js';
export { type CpiErrorCode, type CpiErrorOptions, cpiError, cpiErrorCodes, fail, isCpiErrorCode } from './errors.js';
export { type ServeOptions, serveCpi } from './host/serve-cpi.js';
export type { AgentId, DiskCid, SnapshotCid, StemcellCid, VmCid } from './ids.js';
export { ToldError } from './told-error.js';
export { type CpiRequest, type CpiResponse, cpiNetworksSchema, cpiRequestSchema, cpiResponseSchema, errorType } from './wire.js';
