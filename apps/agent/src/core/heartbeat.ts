import type { Heartbeat } from '@bosh6/agent-protocol';
import type { Collaborators } from './collaborators.js';

/** In seconds; three that are missed make a health monitor act. */
export const beatSeconds = 5;

export async function heartbeat({ spec, supervisor, vitals }: Pick<Collaborators, 'spec' | 'supervisor' | 'vitals'>): Promise<Heartbeat> {
  const { deployment, job, index, id } = spec.current;
  return {
    ...(deployment === undefined ? {} : { deployment }),
    job: job?.name ?? null,
    index: index ?? null,
    job_state: supervisor.jobState,
    ...(id === undefined ? {} : { node_id: id }),
    number_of_processes: supervisor.processCount,
    beat_seconds: beatSeconds,
    vitals: await vitals.read(),
  };
}
