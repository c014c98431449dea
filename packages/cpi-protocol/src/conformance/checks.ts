import assert from 'node:assert/strict';
import { CodedError } from '@bosh6/base';
import type { CpiErrorCode } from '../errors.js';

/** The promise rejects with this CPI error. */
export async function rejectsWith(code: CpiErrorCode, promise: Promise<unknown>): Promise<CodedError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(CodedError.is(error), `a coded error, not ${String(error)}`);
    assert.equal(error.code, code);
    return error;
  }
  assert.fail(`expected ${code}`);
}
