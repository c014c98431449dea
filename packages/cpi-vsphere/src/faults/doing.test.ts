import { CodedError, defineErrors } from '@bosh6/base';
import { cpiError } from '@bosh6/cpi-protocol';
import { VSphereFault } from '@bosh6/vim25';
import { expect, it } from 'vitest';
import { asCpiError, asVmCreationError, doing } from './doing.js';

const fault = ($type: string): VSphereFault => new VSphereFault({ $type }, 'what vCenter said', 'CloneVM_Task', 'VirtualMachine vm-1');
const fail = defineErrors({ Away: { fault: 'operator', retryable: true, hint: 'wait' }, Wrong: { fault: 'bug' } });

it.each<[string, unknown, string, boolean]>([
  ['a full datastore', fault('NoDiskSpace'), 'NoDiskSpace', false],
  ['too little storage', fault('InsufficientStorageSpace'), 'NoDiskSpace', false],
  ['a host that is away', fault('HostNotConnected'), 'VMCreationFailed', true],
  ['too little memory', fault('InsufficientMemoryResourcesFault'), 'VMCreationFailed', true],
  ['a task on the same VM', fault('TaskInProgress'), 'VMCreationFailed', true],
  ['what went meanwhile', fault('ManagedObjectNotFound'), 'VMCreationFailed', true],
  ['what vCenter will never take', fault('InvalidDeviceSpec'), 'VMCreationFailed', false],
  ['a lack of privileges', fault('NoPermission'), 'VMCreationFailed', false],
  ['a way that is cut', fail('Away', 'x'), 'VMCreationFailed', true],
  ['a mistake of ours', fail('Wrong', 'x'), 'VMCreationFailed', false],
  ['no coded error', new Error('x'), 'VMCreationFailed', false],
])('%s, in create_vm', (_what, error, code, retryable) => {
  const mapped = asVmCreationError('cloning', error);
  expect(mapped).toMatchObject({ code, retryable, cause: error });
  expect(mapped.message).toMatch(/^cloning: /);
  expect(asCpiError('cloning', error)).toMatchObject({ code: code === 'NoDiskSpace' ? code : 'CloudError', retryable });
});

it('errors of the protocol pass as they are, outside create_vm', async () => {
  const error = cpiError('DiskNotFound', 'there is no disk');
  await expect(doing('x', () => Promise.reject(error))).rejects.toBe(error);
  expect(asVmCreationError('VM', error)).toMatchObject({ code: 'VMCreationFailed', message: 'there is no disk' });
  expect(CodedError.is(asCpiError('x', fail('Away', 'y'))) && asCpiError('x', fail('Away', 'y')).hint).toBe('wait');
});
