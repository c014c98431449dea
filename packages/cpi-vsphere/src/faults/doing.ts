import { CodedError } from '@bosh6/base';
import { type CpiErrorCode, cpiError, isCpiErrorCode } from '@bosh6/cpi-protocol';
import { VSphereFault } from '@bosh6/vim25';

const noSpace = ['NoDiskSpace', 'InsufficientStorageSpace', 'DatacenterOutOfSpace'];
/** Faults that another try, later or elsewhere, may not meet. */
const passing = [
  'HostCommunication',
  'InsufficientResourcesFault',
  'ResourceInUse',
  'TaskInProgress',
  'Timedout',
  'ConcurrentAccess',
  'FileLocked',
  'GenericVmConfigFault',
  'CannotAccessVmComponent',
  'NoCompatibleHost',
  'InvalidHostState',
  'SystemError',
  'InvalidState',
  'ManagedObjectNotFound',
];

/** Runs a step of a CPI method; what vSphere says against it becomes an error of the protocol that begins with `what`, which names the objects. */
export async function doing<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asCpiError(what, error);
  }
}

/** The protocol's error for a failure of vSphere or of the way to it. Errors of the protocol pass as they are. */
export function asCpiError(what: string, error: unknown): CodedError {
  if (CodedError.is(error) && isCpiErrorCode(error.code)) return error;
  const message = `${what}: ${error instanceof Error ? error.message : String(error)}`;
  const okToRetry = mayPass(error);
  const options = { cause: error, okToRetry, ...(CodedError.is(error) && error.hint !== undefined ? { hint: error.hint } : {}) };
  if (noSpace.some((name) => VSphereFault.is(error, name))) return cpiError('NoDiskSpace', message, { ...options, okToRetry: false });
  return cpiError('CloudError', message, options);
}

/** The same failure as one of create_vm: a Director repeats a `VMCreationFailed` that is worth it, and nothing else. */
export function asVmCreationError(what: string, error: unknown): CodedError {
  const failure = asCpiError(what, error);
  if (failure.code === 'VMCreationFailed' || failure.code === 'NoDiskSpace') return failure;
  const options = {
    cause: failure.cause ?? failure,
    okToRetry: failure.retryable,
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
  };
  return cpiError('VMCreationFailed', failure.message, options);
}

function mayPass(error: unknown): boolean {
  if (VSphereFault.is(error)) return passing.some((name) => VSphereFault.is(error, name));
  return CodedError.is(error) && error.retryable;
}

/** For `.catch`: an error of this code is no failure. */
export function ignoringCode(code: CpiErrorCode): (error: unknown) => undefined {
  return (error) => {
    if (!CodedError.is(error, code)) throw error;
    return undefined;
  };
}

/** For `.catch`: a fault of this class is no failure. */
export function ignoring(faultClass: string): (error: unknown) => undefined {
  return (error) => {
    if (!VSphereFault.is(error, faultClass)) throw error;
    return undefined;
  };
}
