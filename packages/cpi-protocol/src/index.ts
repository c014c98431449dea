export { createExternalCpi, type ExternalCpiOptions } from './client/external-cpi.js';
export type {
  CallContext,
  Cpi,
  CpiCapabilities,
  CpiInfo,
  CpiNetwork,
  CpiNetworks,
  CreatedVm,
  CreateVmRequest,
  DiskHint,
  VmDiagnostics,
} from './cpi.js';
export { type CpiErrorCode, type CpiErrorOptions, cpiError, cpiErrorCodes, fail, isCpiErrorCode } from './errors.js';
export { type ServeOptions, serveCpi } from './host/serve-cpi.js';
export type { AgentId, DiskCid, SnapshotCid, StemcellCid, VmCid } from './ids.js';
export { type CpiRequest, type CpiResponse, cpiNetworksSchema, cpiRequestSchema, cpiResponseSchema, errorType } from './wire.js';
