import type { AgentArguments, AgentState } from '@bosh6/agent-protocol';
import type { VmCid } from '@bosh6/cpi-protocol';
import { type VmPower, vmPower } from '../cpi/vm-power.js';
import type { Scope } from '../engine/scope.js';
import type { VmRow } from '../persistence/rows/index.js';

/** An agent that is silent for so long may have no VM any more: its CPI is asked. */
const silenceMs = 1000;
/** In which an agent that lost the bus is back. */
const returnMs = 15_000;

/**
 * What a VM's agent says of it, or `gone` as soon as the CPI says that there is no such VM; an agent whose VM is there has `totalMs` to answer.
 * Throws AgentTimeout and what else a call throws.
 */
export async function askVm(scope: Scope, vm: VmRow, args: AgentArguments<'get_state'>, totalMs: number): Promise<AgentState | 'gone'> {
  const { world } = scope.collaborators;
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, scope.task.signal]);
  const asked = scope.agent(vm.agentId, signal).askRepeatedly('get_state', args, totalMs);
  const lookedUp = (async () => {
    await world.sleep(silenceMs, signal);
    return (await isGone(scope, vm)) ? 'gone' : asked;
  })();
  try {
    return await Promise.race([asked, lookedUp]);
  } finally {
    over.abort(new Error('asking is over'));
    await Promise.allSettled([asked, lookedUp]);
  }
}

/** True when the CPI says that it has no such VM; false also when it cannot say. */
async function isGone(scope: Scope, vm: VmRow): Promise<boolean> {
  if (vm.cid === null) return false;
  try {
    return !(await scope.cpi(vm.cpi).call('hasVm', [vm.cid as VmCid]));
  } catch (error) {
    scope.task.throwIfCancelled();
    scope.task.debug(`whether VM ${vm.cid} is still there is not known: ${String(error)}`);
    return false;
  }
}

/**
 * How a VM is; one whose agent says anything is on, and one that is silent has its CPI asked. Unless that knows it to be gone or off, the agent gets some seconds
 * more: what is asked of one that is just coming back to the bus, after a start of the Director, is lost.
 */
export async function lookAtVm(scope: Scope, vm: VmRow): Promise<VmPower> {
  const agent = scope.agent(vm.agentId);
  if (await agent.waitUntilReady(silenceMs)) return 'on';
  const power = vm.cid === null ? 'unknown' : await vmPower(scope.cpi(vm.cpi), vm.cid);
  if (power === 'gone' || power === 'off') return power;
  await agent.waitUntilReady(Math.min(returnMs, scope.tools.agentWaitMs));
  return power;
}
