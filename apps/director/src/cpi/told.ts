import { CodedError } from '@bosh6/base';
import { errorType, isCpiErrorCode, ToldError } from '@bosh6/cpi-protocol';

/** A built-in CPI's error in the words that one of an executable has already; other errors as they are. */
export function told(error: unknown, called: { method: string; requestId: string }): unknown {
  if (!CodedError.is(error) || !isCpiErrorCode(error.code) || ToldError.isTold(error)) return error;
  const { code, message, hint, where, details } = error;
  return new ToldError(code, { type: errorType(code), message }, called, {
    okToRetry: error.retryable,
    cause: error,
    ...(details === undefined ? {} : { details }),
    ...(hint === undefined ? {} : { hint }),
    ...(where === undefined ? {} : { where }),
  });
}
