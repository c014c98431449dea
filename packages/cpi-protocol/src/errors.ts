import { CodedError, defineErrors, type ErrorDefinition, type ErrorOptionsOfOurs } from '@bosh6/base';

/** The error types that a Director knows; the wire name is `Bosh::Clouds::<code>` except for InvalidCall and Unknown. */
const definitions = {
  CpiError: { fault: 'iaas' },
  CloudError: { fault: 'iaas' },
  NotSupported: { fault: 'iaas' },
  NotImplemented: { fault: 'iaas' },
  VMNotFound: { fault: 'iaas' },
  NetworkNotFound: { fault: 'iaas' },
  VMCreationFailed: { fault: 'iaas' },
  NoDiskSpace: { fault: 'operator' },
  DiskNotAttached: { fault: 'iaas' },
  DiskNotFound: { fault: 'iaas' },
  InvalidCall: { fault: 'bug' },
  /** A reply or error type that nobody defined. */
  UnknownError: { fault: 'bug' },
} as const satisfies Record<string, ErrorDefinition>;

export const fail = defineErrors(definitions);

export type CpiErrorCode = keyof typeof definitions;

export const cpiErrorCodes = Object.keys(definitions) as CpiErrorCode[];

export interface CpiErrorOptions extends ErrorOptionsOfOurs {
  /** The same call may succeed later; a Director repeats create_vm then. Default false. */
  okToRetry?: boolean;
}

/** A CPI error as a value to throw. `retryable` is the wire's `ok_to_retry`. */
export function cpiError(code: CpiErrorCode, message: string, options: CpiErrorOptions = {}): CodedError {
  const { okToRetry = false, ...rest } = options;
  return new CodedError(code, { ...definitions[code], retryable: okToRetry }, message, rest);
}

/** Whose fault it is, and so on. */
export function cpiErrorDefinition(code: CpiErrorCode): ErrorDefinition {
  return definitions[code];
}

export function isCpiErrorCode(code: string): code is CpiErrorCode {
  return Object.hasOwn(definitions, code);
}
