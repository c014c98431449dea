import type { Collaborators } from '../core/collaborators.js';
import type { ScanAndFixPayload } from '../problems/payloads.js';
import { resurrectionRules } from './resurrection-rules.js';
import { monitorUser } from './tell-alerts.js';
import type { Watched } from './watched-instances.js';

/** What was done about the instances of a deployment that are down. */
export type Outcome = 'off' | 'meltdown' | 'unclear' | 'ruled out' | 'begun';

/**
 * Has the Director make those instances anew that may be. `down` of `all` of the deployment's instances are missed now, or were a while ago, or may be about to be.
 * Many at a time are a failure of something else, and new VMs would make it worse: a meltdown, in which nothing is done.
 */
export async function resurrect(
  { config, store, tasks }: Pick<Collaborators, 'config' | 'store' | 'tasks'>,
  deployment: string,
  missed: readonly Watched[],
  { down, all }: { down: number; all: number },
): Promise<Outcome> {
  const { enabled, minimumDownJobs, percentThreshold } = config.healthMonitor.resurrector;
  const { read } = store;
  if (!enabled || (await read.attributes.get('resurrection_paused')) === 'true') return 'off';
  if (down >= minimumDownJobs && down / all >= percentThreshold) return 'meltdown';
  const rules = resurrectionRules((await read.configs.currentOfType('resurrection')).map(({ content }) => content));
  if (rules === undefined) return 'unclear';
  const allowed = missed.filter(({ group }) => rules(deployment, group));
  if (allowed.length === 0) return 'ruled out';
  const groups = Map.groupBy(allowed, ({ group }) => group);
  const jobs = Object.fromEntries([...groups].map(([group, own]) => [group, own.map(({ uuid }) => uuid)]));
  const halfDone = allowed.filter(({ isHalfDone }) => isHalfDone).map(({ uuid }) => uuid);
  const payload: ScanAndFixPayload = { deployment, jobs, ...(halfDone.length === 0 ? {} : { halfDone }) };
  await tasks.enqueue({ type: 'cck_scan_and_fix', description: 'scan and fix', deployment, user: monitorUser, payload });
  return 'begun';
}
