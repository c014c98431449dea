import { realWorld } from '@bosh6/base';
import { VSphereFault } from '@bosh6/vim25';
import { expect, it } from 'vitest';
import type { Vcenter } from '../vcenter.js';
import { waitForEnd } from './wait-for-end.js';

const task = { type: 'Task', value: 'task-1' } as const;
type Wait = (task: unknown, method: string, options: { signal: AbortSignal }) => Promise<unknown>;
const vcenterThat = (wait: Wait, sleep = realWorld().sleep) =>
  ({ vim: { tasks: { wait } }, world: { ...realWorld(), sleep } }) as unknown as Vcenter;

it.each<[string, Wait]>([
  ['that ends', async () => 'made'],
  ['that fails', () => Promise.reject(new VSphereFault({ $type: 'SystemError' }, '', 'CreateVirtualDisk_Task', 'Task task-1'))],
])('is over with a task %s', async (_how, wait) => expect(await waitForEnd(vcenterThat(wait), task)).toBeUndefined());

it('gives up after a while, asks to be tried again, and waits for it no longer', async () => {
  const slept: number[] = [];
  let signal: AbortSignal | undefined;
  const hangs: Wait = (_task, _method, options) => {
    signal = options.signal;
    return new Promise(() => {});
  };
  const vcenter = vcenterThat(hangs, async (ms) => void slept.push(ms));
  await expect(waitForEnd(vcenter, task)).rejects.toMatchObject({ code: 'CloudError', retryable: true, where: { object: 'Task task-1' } });
  expect(slept).toEqual([600_000]);
  expect(signal?.aborted).toBe(true);
});

it('passes on that vCenter cannot be asked', async () => {
  const gone = new Error('gone');
  await expect(
    waitForEnd(
      vcenterThat(() => Promise.reject(gone)),
      task,
    ),
  ).rejects.toBe(gone);
});
