import type { Problem } from '@bosh6/director-api/client';
import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { followTask } from '../session/follow.js';
import { type GroupPlan, readRecoveryPlan } from '../session/recovery-plan.js';
import { scanProblems } from '../session/scan-problems.js';
import { plannedTable } from '../tables/recovery-tables.js';

export default class Recover extends BoshCommand {
  static override description =
    'Mends a deployment as a plan of `create-recovery-plan` says; problems that it does not name are left alone.';
  static override args = { plan: Args.string({ required: true, ignoreStdin: true, description: 'The plan' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Recover);
    const seat = this.open(flags);
    const plans = await readRecoveryPlan(args.plan);
    const { director, name } = await seat.deployment();
    const problems = await scanProblems(seat, director, name);
    if (problems.length === 0) return seat.ui.line('No problems found\n');
    const resolutions: Record<string, string> = {};
    const limits: Record<string, string> = {};
    for (const [group, ofGroup] of Map.groupBy(problems, ({ instance_group: of }) => of ?? '')) {
      const plan = plans.find(({ name: of }) => of === group);
      if (plan?.maxInFlight !== undefined) limits[group] = plan.maxInFlight;
      for (const { id, type } of ofGroup) {
        const planned = plan?.resolutions[type];
        if (planned !== undefined) resolutions[id] = planned;
      }
      seat.ui.line(
        `Instance Group '${group}' plan summary${plan?.maxInFlight === undefined ? '' : ` (max_in_flight override: ${plan.maxInFlight})`}`,
      );
      seat.ui.table(plannedTable(ofGroup, (problem) => plannedWords(problem, plan)));
    }
    await seat.answers.confirm();
    await followTask(seat, director, await director.problems.resolve(name, resolutions, limits));
  }
}

function plannedWords({ type, resolutions }: Problem, plan: GroupPlan | undefined): string {
  const planned = plan?.resolutions[type];
  return planned === undefined ? 'No resolution planned' : (resolutions.find(({ name }) => name === planned)?.plan ?? planned);
}
