import { CodedError } from '@bosh6/base';
import { cpiError } from '@bosh6/cpi-protocol';
import { type Ref, VSphereFault } from '@bosh6/vim25';
import type { Vcenter } from '../vcenter.js';

/** Others' tasks are waited for too, where nothing tells them from ours: those may be large imports, or hang. */
const patienceMs = 10 * 60_000;

/** Waits until vCenter has ended a task, however. Throws a retryable CloudError when that takes longer than ten minutes. */
export async function waitForEnd({ vim, world }: Pick<Vcenter, 'vim' | 'world'>, task: Ref<'Task'>): Promise<void> {
  const stop = new AbortController();
  const giveUp = async (): Promise<never> => {
    await world.sleep(patienceMs, stop.signal);
    throw cpiError('CloudError', `vCenter still works on task '${task.value}' after ${patienceMs / 60_000} minutes`, {
      okToRetry: true,
      where: { object: `Task ${task.value}` },
      hint: 'look at the recent tasks in vCenter',
    });
  };
  try {
    await Promise.race([vim.tasks.wait(task, 'a create call', { signal: stop.signal }).catch(ignoringItsEnd), giveUp()]);
  } finally {
    stop.abort();
  }
}

/** However it ended, it has. */
export function ignoringItsEnd(error: unknown): void {
  if (!VSphereFault.is(error) && !CodedError.is(error, 'ObjectNotFound')) throw error;
}
