import type { Scope } from '../engine/scope.js';
import { retireAgent } from '../orphaned-vms/retire-agent.js';
import type { Prepared } from './prepare-deploy.js';
import { forgetUnborn } from './store-placement.js';

/**
 * Does less than a whole deploy with what was prepared. That is stored of the whole deployment all the same: whoever waited for a swap that nobody makes any more is
 * shut out, and instances that got no VM go again, with their addresses.
 */
export async function usePrepared<T>(scope: Scope, { retired, added }: Prepared, work: () => Promise<T>): Promise<T> {
  try {
    for (const vm of retired) await retireAgent(scope, vm);
    return await work();
  } finally {
    await forgetUnborn(scope, added);
  }
}
