import { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';

/** The input ended where another try was asked for: what counts is that the last one was refused. */
export function endedRefused(error: unknown): unknown {
  return CodedError.is(error, 'InputEnded') ? fail('InvalidCredentials', 'the user and password were refused', { cause: error }) : error;
}
