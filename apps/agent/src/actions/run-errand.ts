import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { fail } from '../errors.js';
import { hasScript, runScript } from '../scripts/job-script.js';

/** Runs bin/run of a job, the first one's by default. A status other than 0 is a result, not an error. */
export const runErrand = ({ spec, layout }: Pick<Collaborators, 'spec' | 'layout'>): Action =>
  defineAction(
    'run_errand',
    async ([name], { signal }) => {
      const job = name ?? spec.jobs[0] ?? '';
      if (!spec.jobs.includes(job) || !(await hasScript(layout, job, 'run'))) throw fail('ErrandUnknown', `Could not find errand ${job}`);
      const { stdout, stderr, code } = await runScript(layout, job, 'run', { signal, capture: 'both' });
      return { stdout, stderr, exit_code: code };
    },
    { cancellable: true },
  );
