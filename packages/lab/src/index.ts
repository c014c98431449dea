export type { LabClient } from './client.js';
export { type LabConfig, type LabConfigInput, labConfigSchema, parseLabConfig } from './config.js';
export type { EnterOptions, LabExecOptions, LabProcess } from './enter.js';
export { fail } from './errors.js';
export { adoptLab, cleanLab, connectLab, type LabHandle, type StartLabOptions, startLab } from './start.js';
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
