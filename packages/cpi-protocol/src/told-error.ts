import { CodedError } from '@bosh6/base';
import { type CpiErrorCode, type CpiErrorOptions, cpiErrorDefinition, isCpiErrorCode } from './errors.js';

const brand = Symbol.for('@bosh6/cpi-protocol/ToldError');

/** A failed call as a Director tells people of it: the wire's type, what the CPI said, and by which id the call is found in the task's CPI log. */
export class ToldError extends CodedError {
  readonly [brand] = true;
  readonly requestId: string;

  constructor(
    code: CpiErrorCode,
    said: { type: string; message: string },
    { method, requestId }: { method: string; requestId: string },
    { okToRetry = false, details, ...options }: CpiErrorOptions = {},
  ) {
    const message = `${titleOf(said.type)} with message '${said.message}' in '${method}' CPI method (CPI request ID: '${requestId}')`;
    super(code, { ...cpiErrorDefinition(code), retryable: okToRetry }, message, { ...options, details: { ...details, requestId } });
    this.requestId = requestId;
  }

  /** True for one of another copy of this package too. */
  static isTold(error: CodedError): error is ToldError {
    return brand in error;
  }
}

function titleOf(type: string): string {
  const isKnown = type === 'InvalidCall' || isCpiErrorCode(type.replace(/^Bosh::Clouds::/, ''));
  return isKnown ? `CPI error '${type}'` : `Unknown CPI error '${type}'`;
}
