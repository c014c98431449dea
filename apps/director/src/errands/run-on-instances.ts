import { packLogs } from '../deployments/fetch-logs.js';
import type { Scope } from '../engine/scope.js';
import { titleOf } from '../engine/title-of.js';
import { inFlight, maxThreads } from '../tasks/in-flight.js';
import type { Chosen } from './choose-instances.js';

export interface Outcome {
  readonly exitCode: number;
}

/** Runs a job's `bin/run` on instances, all at once, fetches their logs, and writes a result line for each. A cancelled task ends the scripts. */
export async function runOnInstances(scope: Scope, errand: string, job: string, chosen: readonly Chosen[]): Promise<Outcome[]> {
  const stage = scope.task.events.stage('Running errand', chosen.length);
  const outcomes: Outcome[] = [];
  await inFlight(chosen, maxThreads, scope.task, async ({ row, vm }) => {
    const done = await stage.task(titleOf(row), () => scope.agent(vm.agentId).call('run_errand', [job]));
    const fetching = scope.task.events.stage(`Fetching logs for ${titleOf(row)}`, 1);
    const { bundle, sha1 } = await fetching.task('Finding and packing log files', () => packLogs(scope, vm, 'job', null));
    const { exit_code: exitCode, stdout, stderr } = done;
    scope.task.result(
      JSON.stringify({
        instance: { group: row.group, id: row.uuid },
        errand_name: errand,
        exit_code: exitCode,
        stdout,
        stderr,
        logs: { blobstore_id: bundle.blobstoreId, sha1 },
      }),
    );
    outcomes.push({ exitCode });
  });
  return outcomes;
}
