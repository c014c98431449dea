export { cleanLab, sweepDisks } from './clean.js';
export type { LabClient } from './client.js';
export { type LabConfig, type LabConfigInput, labConfigSchema, parseLabConfig } from './config.js';
export type { EnterOptions, LabExecOptions, LabProcess } from './enter.js';
export { fail } from './errors.js';
export {
  bootId,
  claimLabFile,
  isAlive,
  type LabFile,
  labFilePath,
  labSocketPath,
  processStartTime,
  readLabFile,
  replaceLabFile,
} from './lab-file.js';
export { adoptLab, connectLab, type LabHandle, type StartLabOptions, startLab } from './start.js';
export type {
  CallOptions,
  CreateVmParams,
  Diagnostics,
  DiskStatus,
  ForwardStatus,
  LabPlace,
  LabStatus,
  NetworkStatus,
  PlaceStatus,
  ServiceRequest,
  ServiceStatus,
  StartedService,
  VmStatus,
} from './types.js';
export { waitFor } from './wait-for.js';
export { fromWireError, jsonLines, toWireError, type WireError, type WireReply, type WireRequest } from './wire.js';
