import type { AgentState } from '@bosh6/agent-protocol';
import type { WatchTime } from '@bosh6/formats';
import type { Agent } from '../agents/agent.js';
import type { Scope } from '../engine/scope.js';
import { fail } from './errors.js';
import type { Progress } from './stop-instance.js';

/** Starts an instance's jobs in BOSH's order: pre-start, start, watch, post-start. Throws JobNotRunning (400007) with the failing ones' names; without `watch` the work ends with start. */
export async function startInstance(
  scope: Scope,
  agent: Agent,
  title: string,
  watch: WatchTime | undefined,
  progress: Progress,
): Promise<void> {
  progress('executing pre-start', 70);
  await agent.callIfKnown('run_script', ['pre-start', { env: {} }]);
  progress('starting jobs', 90);
  await agent.call('start', []);
  if (watch === undefined) return;
  await watchJobs(scope, agent, title, watch);
  progress('executing post-start', 100);
  await agent.callIfKnown('run_script', ['post-start', { env: {} }]);
}

/** Jobs must run once `min` ms have passed, and until `max` at the latest. */
async function watchJobs(scope: Scope, agent: Agent, title: string, { min, max }: WatchTime): Promise<void> {
  const { world } = scope.collaborators;
  const started = world.monotonic();
  await world.sleep(min, scope.task.signal);
  for (let pause = 10; ; pause = Math.min(pause * 2, 1000)) {
    const state = await agent.call('get_state', []);
    if (state.job_state === 'running') return;
    const left = started + max - world.monotonic();
    if (left <= 0) throw notRunning(title, state);
    await world.sleep(Math.min(pause, left), scope.task.signal);
  }
}

function notRunning(title: string, state: AgentState): Error {
  const failing = (state.processes ?? []).filter((process) => process.state !== 'running').map(({ name }) => name);
  const names = failing.length > 0 ? `: ${failing.join(', ')}` : '';
  return fail(
    'JobNotRunning',
    `'${title}' is not running after update, its jobs are '${state.job_state}'. Review logs for failed jobs${names}`,
    {
      where: { object: `instance ${title}` },
      hint: 'look at its logs with the `logs` command, correct the manifest or release, and deploy again',
      details: { jobState: state.job_state, failing },
    },
  );
}
