import { setTimeout } from 'node:timers/promises';
import { fail } from '../../errors.js';
import { isEmpty } from '../ip-batch.js';
import { readKernel } from '../kernel-state.js';
import type { NetworkPlan } from '../plan.js';
import { missing } from '../reconcile.js';

const patienceMs = 15_000;

/** Waits until a daemon has done what its files say. Throws NetworkSetupFailed with what it has not. */
export async function settled(plan: NetworkPlan, who: string): Promise<void> {
  const start = performance.now();
  for (;;) {
    const lacking = missing(plan, await readKernel());
    if (isEmpty(lacking)) return;
    if (performance.now() - start > patienceMs) {
      const commands = [...lacking[4], ...lacking[6]];
      throw fail('NetworkSetupFailed', `${who} has not done what its files say within ${patienceMs / 1000} s: ${commands.join('; ')}`, {
        details: { commands },
      });
    }
    await setTimeout(20);
  }
}
