import type { ApplySpec } from '@bosh6/agent-protocol';
import type { World } from '@bosh6/base';
import { fail } from '../errors.js';
import type { Layout } from '../layout.js';
import { hasScript, runScript } from './job-script.js';

export interface DrainParameters {
  jobChange: 'job_shutdown' | 'job_new' | 'job_changed';
  hashChange: 'hash_unchanged' | 'hash_new' | 'hash_changed';
  updatedPackages: string[];
  env: Record<string, string>;
}

/** What a drain script is told, as bosh-agent. */
export function drainParameters(kind: 'update' | 'shutdown', current: ApplySpec, next: ApplySpec | undefined): DrainParameters {
  const state = (spec: ApplySpec): string => JSON.stringify({ persistent_disk: spec.persistent_disk ?? 0 });
  const env: Record<string, string> = { BOSH_JOB_STATE: state(current) };
  if (next !== undefined) env.BOSH_JOB_NEXT_STATE = state(next);
  if (kind === 'shutdown' || next === undefined)
    return { jobChange: 'job_shutdown', hashChange: 'hash_unchanged', updatedPackages: [], env };
  const before = current.packages ?? {};
  const updated = Object.entries(next.packages ?? {}).filter(([name, entry]) => before[name]?.sha1 !== entry.sha1);
  return {
    jobChange: (current.job?.templates ?? []).length === 0 ? 'job_new' : 'job_changed',
    hashChange: !current.configuration_hash
      ? 'hash_new'
      : current.configuration_hash === next.configuration_hash
        ? 'hash_unchanged'
        : 'hash_changed',
    updatedPackages: updated.map(([name]) => name).sort(),
    env,
  };
}

/** Runs the drain scripts of all jobs side by side, and follows dynamic ones to their end. Throws DrainFailed. */
export async function drain(
  layout: Layout,
  world: World,
  jobs: readonly string[],
  parameters: DrainParameters,
  signal: AbortSignal,
): Promise<void> {
  const results = await Promise.allSettled(jobs.map((job) => drainJob(layout, world, job, parameters, signal)));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function drainJob(layout: Layout, world: World, job: string, parameters: DrainParameters, signal: AbortSignal): Promise<void> {
  if (!(await hasScript(layout, job, 'drain'))) return;
  let args = [parameters.jobChange, parameters.hashChange, ...parameters.updatedPackages];
  let env = parameters.env;
  for (;;) {
    const { stdout, code } = await runScript(layout, job, 'drain', { arguments: args, env, signal, capture: 'stdout' });
    signal.throwIfAborted();
    const answer = stdout.trim();
    if (!/^[+-]?\d+$/.test(answer)) {
      throw fail(
        'DrainFailed',
        `Script did not return a signed integer: bin/drain of job ${job} printed ${JSON.stringify(answer.slice(-200))}, status ${code}`,
      );
    }
    const seconds = Number(answer);
    await world.sleep(Math.abs(seconds) * 1000, signal);
    if (seconds >= 0) return;
    args = ['job_check_status', 'hash_unchanged'];
    env = { ...env };
    delete env.BOSH_JOB_NEXT_STATE;
  }
}
