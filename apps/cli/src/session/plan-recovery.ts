import type { Problem } from '@bosh6/director-api/client';
import { problemsOfType } from '../tables/recovery-tables.js';
import { type GroupPlan, writeRecoveryPlan } from './recovery-plan.js';
import type { Seat } from './seat.js';

interface Planning {
  readonly problems: readonly Problem[];
  /** As last deployed. */
  readonly manifest: string | undefined;
  readonly path: string;
}

/** Asks how each kind of problem of each group is to be mended, and writes the plan. */
export async function planRecovery(seat: Seat, { problems, manifest, path }: Planning): Promise<void> {
  const limits = await maxInFlightOf(manifest);
  const plans: GroupPlan[] = [];
  for (const [group, ofGroup] of [...Map.groupBy(problems, ({ instance_group: name }) => name ?? '')].sort(byKey)) {
    seat.ui.line(`Instance Group '${group}'\n`);
    const resolutions: Record<string, string> = {};
    for (const [type, ofType] of [...Map.groupBy(ofGroup, (problem) => problem.type)].sort(byKey)) {
      seat.ui.table(problemsOfType(type, ofType));
      const offered = ofType[0]?.resolutions ?? [];
      const chosen = await seat.answers.choose(
        type,
        offered.map(({ plan }) => plan),
        'answer on standard input, a line for each question; `cloud-check --auto` mends without asking',
      );
      const name = offered[chosen]?.name;
      if (typeof name === 'string') resolutions[type] = name;
    }
    const override = await askOverride(seat, group, limits(group));
    plans.push({ name: group, ...(override === undefined ? {} : { maxInFlight: override }), resolutions });
  }
  await writeRecoveryPlan(path, plans);
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

async function askOverride(seat: Seat, group: string, current: string): Promise<string | undefined> {
  const yes = await seat.answers.askYesNo(`Override current max_in_flight value of '${current}'?`);
  return yes ? seat.answers.ask(`max_in_flight override for '${group}'`, current) : undefined;
}

/** What the manifest allows at once, by group. */
async function maxInFlightOf(manifest: string | undefined): Promise<(group: string) => string> {
  const { parse } = await import('yaml');
  const value = parse(manifest ?? '') as { update?: Update; instance_groups?: { name?: string; update?: Update }[] } | null;
  return (group) => {
    const own = value?.instance_groups?.find(({ name }) => name === group)?.update?.max_in_flight;
    return String(own ?? value?.update?.max_in_flight ?? 1);
  };
}

interface Update {
  readonly max_in_flight?: string | number;
}
