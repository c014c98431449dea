import { CodedError, isJsonObject } from '@bosh6/base';
import { cpiError, errorType, isCpiErrorCode, toldError } from '@bosh6/cpi-protocol';

/** A built-in CPI's error in the words that one of an executable has already; other errors as they are. */
export function told(error: unknown, called: { method: string; requestId: string }): unknown {
  if (!CodedError.is(error) || !isCpiErrorCode(error.code)) return error;
  const { code, message, hint, where, details } = error;
  if (isJsonObject(details) && 'requestId' in details) return error;
  return cpiError(code, toldError({ type: errorType(code), message }, called), {
    okToRetry: error.retryable,
    cause: error,
    details: { ...details, requestId: called.requestId },
    ...(hint === undefined ? {} : { hint }),
    ...(where === undefined ? {} : { where }),
  });
}
