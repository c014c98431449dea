import { isJsonObject } from '@bosh6/base';
import { hasPresence } from '@bosh6/bus';
import type { VmCid, VmDiagnostics } from '@bosh6/cpi-protocol';
import type { Scope } from '../engine/scope.js';
import type { LiveVm } from './create-vm.js';
import { fail } from './errors.js';

/** A problem that the VM itself reports must last this long before it counts: agents retry. */
const patienceMs = 10_000;

/**
 * Resolves once the VM's agent answers. Fails when it did not in time, or earlier when the VM is gone or keeps reporting why it cannot reach
 * the bus; the error carries the CPI's diagnostics where it has them.
 */
export async function waitForAgent(scope: Scope, vm: LiveVm, title: string): Promise<void> {
  const { world } = scope.collaborators;
  const { agentWaitMs } = scope.tools;
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, scope.task.signal]);
  const arrived = (async () => {
    const end = world.monotonic() + agentWaitMs;
    await arrival(scope, vm.agentId, agentWaitMs, signal);
    return answers(scope, vm, end, signal);
  })();
  const doomed = watchVm(scope, vm, signal);
  try {
    const outcome = await Promise.race([arrived, doomed]);
    if (outcome === true) return;
    const diagnostics = typeof outcome === 'object' ? outcome : await diagnose(scope, vm);
    const why = diagnostics === undefined ? '' : `: ${reasonOf(diagnostics)}`;
    throw fail('AgentNeverAnswered', `the agent of ${title} (VM ${vm.cid}) never answered${why}`, {
      details: diagnostics === undefined ? {} : { ...diagnostics },
      hint: hintOf(diagnostics) ?? 'the VM was deleted; check its networks and that it can reach the Director',
    });
  } finally {
    over.abort(new Error('waiting is over'));
    await Promise.allSettled([arrived, doomed, world.sleep(0)]);
  }
}

/** The bus tells when an agent comes where it can; elsewhere pings find out. */
async function arrival(scope: Scope, agentId: string, timeoutMs: number, signal: AbortSignal): Promise<void> {
  const { busAuthority, world } = scope.collaborators;
  if (!hasPresence(busAuthority) || busAuthority.isPresent(agentId)) return;
  const end = new AbortController();
  const both = AbortSignal.any([signal, end.signal]);
  let stop = (): void => undefined;
  const present = new Promise<void>((resolve) => {
    stop = busAuthority.onPresence((change) => {
      if (change.agentId === agentId && change.present) resolve();
    });
    if (busAuthority.isPresent(agentId)) resolve();
  });
  try {
    await Promise.race([present, world.sleep(timeoutMs, both)]);
  } finally {
    stop();
    end.abort();
  }
}

/** Whether the agent answers before `end`. A nats-server may have lost what it listens to; whoever connects anew is heard. */
async function answers(scope: Scope, { agentId }: LiveVm, end: number, signal: AbortSignal): Promise<boolean> {
  const { busAuthority, world } = scope.collaborators;
  const agent = scope.tools.agents.agent(agentId, { signal, debug: scope.task.debug });
  for (let turn = scope.tools.agentWaitMs / 30; ; turn *= 2) {
    const left = end - world.monotonic();
    if (await agent.waitUntilReady(Math.min(turn, left))) return true;
    if (left <= turn) return false;
    await busAuthority
      .reconnect?.(agentId)
      .catch((error: unknown) => scope.task.debug(`agent ${agentId} could not be made to connect anew: ${String(error)}`));
  }
}

/** Resolves with the diagnostics of a VM that will not make it; never resolves while there is hope. */
async function watchVm(scope: Scope, vm: LiveVm, signal: AbortSignal): Promise<VmDiagnostics> {
  const { world } = scope.collaborators;
  let complainsSince: number | undefined;
  for (;;) {
    await world.sleep(2000, signal);
    const found = await diagnose(scope, vm);
    if (found === undefined) await world.sleep(scope.tools.agentWaitMs, signal);
    if (found?.running === false) return found;
    if (isJsonObject(found?.bootstrapError)) {
      complainsSince ??= world.monotonic();
      if (found !== undefined && world.monotonic() - complainsSince >= patienceMs) return found;
    } else complainsSince = undefined;
  }
}

async function diagnose(scope: Scope, vm: LiveVm): Promise<VmDiagnostics | undefined> {
  const cpi = scope.cpi(vm.cpi);
  try {
    const { capabilities } = await cpi.info();
    return capabilities?.vm_diagnostics ? await cpi.call('vmDiagnostics', [vm.cid as VmCid]) : undefined;
  } catch {
    return undefined;
  }
}

/** What the agent itself would do about it. */
function hintOf(diagnostics: VmDiagnostics | undefined): string | undefined {
  const error = diagnostics?.bootstrapError;
  return isJsonObject(error) && typeof error.hint === 'string' ? error.hint : undefined;
}

function reasonOf({ running, bootstrapError, agentLog }: VmDiagnostics): string {
  if (isJsonObject(bootstrapError) && typeof bootstrapError.message === 'string') return bootstrapError.message;
  const last = agentLog.at(-1);
  return running ? `it runs, and its agent last said: ${last ?? 'nothing'}` : 'it does not run any more';
}
