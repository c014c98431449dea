import type { Heartbeat } from '@bosh6/agent-protocol';
import type { Collaborators } from './collaborators.js';

export async function heartbeat({ spec, supervisor, vitals }: Pick<Collaborators, 'spec' | 'supervisor' | 'vitals'>): Promise<Heartbeat> {
  const { deployment, job, index, id } = spec.current;
  return {
    ...(deployment === undefined ? {} : { deployment }),
    job: job?.name ?? null,
    index: index ?? null,
    job_state: supervisor.jobState,
    ...(id === undefined ? {} : { node_id: id }),
    number_of_processes: supervisor.processCount,
    vitals: await vitals.read(),
  };
}
