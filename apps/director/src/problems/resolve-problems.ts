import type { Scope } from '../engine/scope.js';
import type { DeploymentRow, ProblemRow } from '../persistence/rows/index.js';
import { inFlight } from '../tasks/in-flight.js';
import type { Stage } from '../tasks/task-handler.js';
import { together } from '../tasks/together.js';
import { fail } from './errors.js';
import { groupPaces } from './group-paces.js';
import { subjectOf } from './subject-of.js';

/** By problem's id; null is the type's automatic one. */
export type Resolutions = Readonly<Record<string, string | null>>;

interface Chosen {
  readonly problem: ProblemRow;
  readonly name: string | null;
  readonly group: string;
  readonly instanceId: number;
}

/**
 * Resolves open problems group by group, as many instances at once as the groups update; those of one instance one after the other. One that cannot be
 * resolved keeps no other from it. Answers with how many were; throws ResolutionsFailed with all that went wrong.
 */
export async function resolveProblems(
  scope: Scope,
  deployment: DeploymentRow,
  resolutions: Resolutions,
  overrides: Readonly<Record<string, string>> = {},
): Promise<number> {
  const { read } = scope.collaborators.store;
  const open = (await read.problems.all({ deploymentId: deployment.id, state: 'open' })).filter(({ id }) => String(id) in resolutions);
  const chosen: Chosen[] = [];
  for (const problem of open) {
    const instance = (await subjectOf(read, problem))?.subject.instance;
    const name = resolutions[String(problem.id)] ?? null;
    chosen.push({ problem, name, group: instance?.group ?? '', instanceId: instance?.id ?? 0 });
  }
  if (chosen.length === 0) return 0;
  const stage = scope.task.events.stage('Applying problem resolutions', chosen.length);
  const failures: string[] = [];
  const resolve = async (own: readonly Chosen[]): Promise<void> => {
    for (const each of own) {
      try {
        await resolveOne(scope, deployment, each, stage);
      } catch (error) {
        scope.task.throwIfCancelled();
        failures.push(`${each.problem.id}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  let batch: Promise<void>[] = [];
  for (const pace of await groupPaces(scope, deployment, new Set(chosen.map(({ group }) => group)))) {
    const own = chosen.filter(({ group }) => group === pace.group);
    const instances = Map.groupBy(own, ({ instanceId }) => instanceId);
    const run = (): Promise<void> => inFlight(instances.values(), pace.limit(instances.size, overrides[pace.group]), scope.task, resolve);
    if (pace.serial) {
      await together(batch);
      batch = [];
      await run();
    } else batch.push(run());
  }
  await together(batch);
  if (failures.length === 0) return chosen.length;
  throw fail('ResolutionsFailed', `${failures.length} of ${chosen.length} not resolved: ${failures.join('; ')}`);
}

async function resolveOne(scope: Scope, deployment: DeploymentRow, { problem, name }: Chosen, stage: Stage): Promise<void> {
  const { store } = scope.collaborators;
  const { id, type, resourceId } = problem;
  const about = (what: string, plan: string): string => `${what} (${type} ${resourceId}): ${plan}`;
  // Read again: the resolution before may have been about the same instance.
  const known = await subjectOf(store.read, problem);
  if (known === undefined) await stage.task(about('What it is about is gone', 'close'), async () => undefined);
  else {
    const { kind, subject } = known;
    const wanted = name ?? kind.automatic;
    const resolution = Object.hasOwn(kind.resolutions, wanted) ? kind.resolutions[wanted] : undefined;
    const what = kind.describe(subject);
    await stage.task(about(what, resolution?.plan ?? wanted), async () => {
      if (resolution === undefined)
        throw fail(
          'ResolutionUnknown',
          `a problem of type '${type}' has no resolution '${wanted}'; it has ${Object.keys(kind.resolutions).join(', ')}`,
        );
      await resolution.run({ ...subject, scope, deployment });
    });
  }
  await store.write((tx) => tx.problems.update({ id }, { state: 'resolved' }));
}
