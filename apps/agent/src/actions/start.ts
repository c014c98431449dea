import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

/** Begins to start the processes of the spec's jobs; `get_state` tells when they run. */
export const start = ({ supervisor, spec }: Pick<Collaborators, 'supervisor' | 'spec'>): Action =>
  defineAction('start', async () => {
    await supervisor.writeFiles(spec.jobs);
    await supervisor.reload();
    await supervisor.start();
    return 'started' as const;
  });
