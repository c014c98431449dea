import { defineErrors } from '@bosh6/base';
import { cpiError, ToldError } from '@bosh6/cpi-protocol';
import { expect, test } from 'vitest';
import { told } from './told.js';

const called = { method: 'create_vm', requestId: 'cpi-1' };
const words = "CPI error 'Bosh::Clouds::CloudError' with message 'no' in 'create_vm' CPI method (CPI request ID: 'cpi-1')";

test('a CPI’s error is told once, whatever its own details are called', () => {
  const own = cpiError('CloudError', 'no', { okToRetry: true, hint: 'wait', details: { requestId: 'of something else', at: 1 } });
  const first = told(own, called);
  expect(first).toMatchObject({ code: 'CloudError', message: words, retryable: true, hint: 'wait', cause: own, requestId: 'cpi-1' });
  expect(first).toMatchObject({ details: { requestId: 'cpi-1', at: 1 } });
  expect(told(first, { ...called, requestId: 'cpi-2' })).toBe(first);
});

test('one that an executable’s answer is, and errors of others, pass as they are', () => {
  const answered = new ToldError('CloudError', { type: 'Bosh::Clouds::CloudError', message: 'no' }, called);
  const other = defineErrors({ Other: { fault: 'bug' } })('Other', 'x');
  for (const error of [answered, other, new Error('x'), undefined]) expect(told(error, called)).toBe(error);
});
