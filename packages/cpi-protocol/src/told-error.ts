import { isCpiErrorCode } from './errors.js';

/** A failed call as a Director tells people of it: the wire's type, what the CPI said, and by which id the call is found in the task's CPI log. */
export function toldError({ type, message }: { type: string; message: string }, called: { method: string; requestId: string }): string {
  const isKnown = type === 'InvalidCall' || isCpiErrorCode(type.replace(/^Bosh::Clouds::/, ''));
  const what = isKnown ? `CPI error '${type}'` : `Unknown CPI error '${type}'`;
  return `${what} with message '${message}' in '${called.method}' CPI method (CPI request ID: '${called.requestId}')`;
}
