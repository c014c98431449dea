import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { fail } from '../errors.js';
import { reason } from '../log.js';
import { hasScript, runScript as runJobScript } from '../scripts/job-script.js';

/** Runs bin/<name> of every job that has one, side by side. */
export const runScript = ({ spec, layout }: Pick<Collaborators, 'spec' | 'layout'>): Action =>
  defineAction('run_script', async ([name, { env }], { signal }) => {
    if (name.includes('/')) throw fail('InvalidArguments', `'${name}' is no script's name`);
    const jobs: string[] = [];
    for (const job of spec.jobs) if (await hasScript(layout, job, name)) jobs.push(job);
    const results = await Promise.all(
      jobs.map(async (job) => {
        const ended = await runJobScript(layout, job, name, { signal, ...(env === undefined ? {} : { env }) }).catch(reason);
        return { job, ok: typeof ended === 'object' && ended.code === 0, ended };
      }),
    );
    const failed = results.filter((each) => !each.ok).map((each) => each.job);
    if (failed.length === 0) return {};
    const good = results.filter((each) => each.ok).map((each) => each.job);
    const successes = good.length > 0 ? ` Successful Jobs: ${good.join(', ')}.` : '';
    throw fail(
      'ScriptFailed',
      `${failed.length} of ${results.length} ${name} scripts failed. Failed Jobs: ${failed.join(', ')}.${successes}`,
      {
        details: { script: name, failed, successful: good, logs: failed.map((job) => layout.at('sys', 'log', job, `${name}.stderr.log`)) },
      },
    );
  });
