import { CodedError } from '@bosh6/base';
import { fine, wanting } from '@bosh6/lab/machine';
import { expect, it } from 'vitest';
import { exitCodeOf, exitCodes } from '../exit-code.js';
import { namingMachine } from './machine-unfit.js';

const failed = (code: string): CodedError => new CodedError(code, { fault: 'operator' }, 'no lab', {});
const lack = wanting('kernel', new CodedError('KernelLacks', { fault: 'operator' }, 'no bridge', { hint: 'load it' }));
const after = (error: unknown, ...findings: Parameters<typeof fine>[] | (typeof lack)[]): Promise<unknown> =>
  namingMachine(
    '/x',
    () => Promise.reject(error),
    async () => findings as never,
  ).catch((thrown: unknown) => thrown);

it('says what the machine lacks when a lab could not be made, and who tells more', async () => {
  const error = await after(failed('LabStartFailed'), lack);
  expect(error).toMatchObject({
    code: 'MachineUnfit',
    message: expect.stringContaining('no bridge'),
    hint: expect.stringMatching(/^load it; `bosh6 doctor`/),
  });
  expect(exitCodeOf(error)).toBe(exitCodes.unfit);
});

it('leaves other errors, and other causes, as they are', async () => {
  const other = failed('PortTaken');
  expect(await after(other, lack)).toBe(other);
  const own = failed('LabStartFailed');
  expect(
    await namingMachine(
      '/x',
      () => Promise.reject(own),
      async () => [fine('kernel', '')],
    ).catch((thrown: unknown) => thrown),
  ).toBe(own);
});
