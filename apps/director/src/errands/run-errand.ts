import type { Json } from '@bosh6/base';
import { endCondemned } from '../deploy/end-condemned.js';
import { fail } from '../deploy/errors.js';
import { recoverEnded } from '../deploy/recover-intents.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskContext, TaskHandler } from '../tasks/task-handler.js';
import { chooseInstances } from './choose-instances.js';
import { findErrands } from './find-errands.js';
import { type RunErrandPayload, runErrandPayload } from './payloads.js';
import { runGroup } from './run-group.js';
import { type Outcome, runOnInstances } from './run-on-instances.js';
import { isUnchanged, storeRun } from './unchanged.js';

const skipped = 'skipped - no changes detected';

/**
 * `bosh run-errand`: a job's `bin/run` on instances that run anyway, or on an errand group's VM, which is made for it and goes again. Writes a result line
 * an instance; a script that fails fails no task.
 */
export function runErrand(tools: DeployTools): TaskHandler {
  return {
    type: 'run_errand',
    run: async (context: TaskContext, payload: Json) => {
      const asked = parsePayload(runErrandPayload, payload);
      const scope = new Scope(tools, context);
      await recoverEnded(tools);
      const lock = `deployment:${asked.deployment}`;
      return tools.collaborators.locks.withLock(lock, context.taskId, () => runUnderLock(scope, asked), { signal: context.signal });
    },
  };
}

async function runUnderLock(scope: Scope, asked: RunErrandPayload): Promise<string> {
  const deployment = await scope.collaborators.store.read.deployments.find({ name: asked.deployment });
  if (deployment === undefined) throw fail('DeploymentNotFound', `there is no deployment '${asked.deployment}'`);
  await endCondemned(scope, deployment.id);
  const facts = { action: 'run', objectType: 'errand', objectName: asked.errand, deployment: deployment.name };
  let outcomes: Outcome[] | undefined;
  await recordAround(scope, facts, async () => {
    outcomes = await runAll(scope, asked, deployment);
  });
  if (outcomes !== undefined) return summary(outcomes);
  scope.task.events.warning(`errand '${asked.errand}' was skipped: it succeeded the last time, and nothing has changed since`);
  return skipped;
}

/** Undefined when it was skipped. */
async function runAll(scope: Scope, asked: RunErrandPayload, deployment: DeploymentRow): Promise<Outcome[] | undefined> {
  const { jobs, groups } = await findErrands(scope.collaborators.store.read, deployment);
  const { errand } = asked;
  const having = jobs.get(errand);
  const first = groups.get(errand);
  const job = having === undefined ? first : errand;
  if (job === undefined)
    throw fail(
      'ErrandFailed',
      `deployment '${deployment.name}' has no errand '${errand}': neither a job with a bin/run nor an errand group`,
    );
  if (having === undefined && asked.instances.length > 0)
    throw fail('ErrandFailed', `'${errand}' is an errand group, of which no instances can be chosen`);
  if (having !== undefined && first !== undefined && having.some((name) => name !== errand))
    scope.task.events.warning(`'${errand}' is a job and an errand group: the job runs, wherever it is`);
  const within = having ?? [errand];
  const lifecycle = within.filter(
    (name) => groups.has(name) && (asked.instances.length === 0 || asked.instances.some(({ group }) => group === name)),
  );
  const chosen = await chooseInstances(scope, deployment, asked, within, lifecycle);
  if (chosen.length === 0 && lifecycle.length === 0) throw fail('ErrandFailed', `no instance has errand '${errand}'`);
  const name = `${deployment.id}/${errand}`;
  const same =
    asked.whenChanged &&
    (await isUnchanged(
      scope,
      name,
      chosen.map(({ row }) => row),
    ));
  const outcomes: Outcome[] = [];
  let ran = false;
  if (chosen.length > 0 && !same) {
    ran = true;
    outcomes.push(...(await runOnInstances(scope, errand, job, chosen)));
    await storeRun(
      scope,
      name,
      chosen.map(({ row }) => row),
      outcomes,
    );
  }
  for (const group of lifecycle) {
    const done = await runGroup(scope, deployment, { group, errand, job, keepAlive: asked.keepAlive, whenChanged: asked.whenChanged });
    ran ||= done !== undefined;
    outcomes.push(...(done ?? []));
  }
  return ran ? outcomes : undefined;
}

/** A status over 128 means that a signal ended it. */
function summary(outcomes: readonly Outcome[]): string {
  const count = (test: (code: number) => boolean): number => outcomes.filter(({ exitCode }) => test(exitCode)).length;
  const canceled = count((code) => code > 128);
  const succeeded = count((code) => code === 0);
  return `${succeeded} succeeded, ${outcomes.length - succeeded - canceled} errored, ${canceled} canceled`;
}
