import type { ApplySpec } from '@bosh6/agent-protocol';
import { CodedError } from '@bosh6/base';
import type { Agent } from '../agents/agent.js';
import type { Scope } from '../engine/scope.js';

export type Progress = (status: string, percent?: number) => void;

export interface StopOptions {
  /** The VM, the instance, the deployment: does each live on after the stop? */
  next: { vm: 'keep' | 'delete'; instance: 'keep' | 'delete'; deployment: 'keep' | 'delete' };
  /** `shutdown` when the VM or its disk goes, else `update` with the new spec. */
  drain: { type: 'shutdown' } | { type: 'update'; spec: ApplySpec };
  skipDrain: boolean;
}

const stopTimeoutMs = 300_000;

/** Stops an instance's jobs in BOSH's order: pre-stop, drain, stop, post-stop. Percentages are of the whole update. */
export async function stopInstance(scope: Scope, agent: Agent, options: StopOptions, progress: Progress): Promise<void> {
  const { next, drain } = options;
  if (options.skipDrain) progress('skipped pre-stop & drain', 10);
  else {
    progress('executing pre-stop', 5);
    const env = { BOSH_VM_NEXT_STATE: next.vm, BOSH_INSTANCE_NEXT_STATE: next.instance, BOSH_DEPLOYMENT_NEXT_STATE: next.deployment };
    await agent.callIfKnown('run_script', ['pre-stop', { env }]);
    progress('executing drain', 10);
    await drainJobs(scope, agent, drain);
  }
  progress('stopping jobs', 30);
  await stopJobs(agent);
  progress('executing post-stop', 40);
  await agent.callIfKnown('run_script', ['post-stop', { env: {} }]);
}

/** A positive answer is seconds to wait; a negative one too, and then the agent is asked again. */
async function drainJobs(scope: Scope, agent: Agent, drain: StopOptions['drain']): Promise<void> {
  const { world } = scope.collaborators;
  let seconds = await agent.call('drain', drain.type === 'update' ? ['update', drain.spec] : ['shutdown']);
  while (seconds < 0) {
    await world.sleep(-seconds * 1000, scope.task.signal);
    seconds = await agent.call('drain', ['status']);
  }
  if (seconds > 0) await world.sleep(seconds * 1000, scope.task.signal);
}

/** A stop that takes too long is given up, as the original does; what follows removes the VM or starts the jobs again. */
async function stopJobs(agent: Agent): Promise<void> {
  try {
    await agent.call('stop', [], { totalMs: stopTimeoutMs });
  } catch (error) {
    if (!CodedError.is(error, 'AgentTimeout')) throw error;
  }
}
