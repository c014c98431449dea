import type { Problem, Resolutions } from '@bosh6/director-api/client';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { fail } from '../errors.js';
import type { Answers } from '../output/answers.js';
import { followTask } from '../session/follow.js';
import { scanProblems } from '../session/scan-problems.js';
import { problemsTable } from '../tables/problems-table.js';

export default class CloudCheck extends BoshCommand {
  static override description = "Looks whether a deployment's VMs and disks are what the Director knows of them, and mends what is not.";
  static override examples = [
    'bosh6 -d web cloud-check',
    'bosh6 -d web cloud-check --report',
    'bosh6 -d web cloud-check -n --resolution=recreate_vm',
  ];
  static override flags = {
    auto: Flags.boolean({ char: 'a', description: "Mend each problem in its kind's usual way" }),
    resolution: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'Mend in this way where it is offered, and ignore the rest; repeat for more',
    }),
    report: Flags.boolean({ char: 'r', description: 'Only list problems; ends with 8 when there are any' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(CloudCheck);
    const seat = this.open(flags);
    const { director, name } = await seat.deployment();
    const problems = await scanProblems(seat, director, name);
    seat.ui.table(problemsTable(problems));
    if (problems.length === 0) return;
    if (flags.report) throw fail('ProblemsFound', `${problems.length} problem(s) found`);
    const resolutions = await resolutionsOf(problems, { auto: flags.auto, wanted: flags.resolution ?? [], answers: seat.answers });
    await seat.answers.confirm();
    await followTask(seat, director, await director.problems.resolve(name, resolutions));
  }
}

interface Wishes {
  readonly auto: boolean;
  readonly wanted: readonly string[];
  readonly answers: Answers;
}

async function resolutionsOf(problems: readonly Problem[], { auto, wanted, answers }: Wishes): Promise<Resolutions> {
  const chosen: Record<string, string | null> = {};
  for (const { id, description, resolutions } of problems) {
    if (auto) chosen[id] = null;
    else if (wanted.length > 0) chosen[id] = wanted.find((wish) => resolutions.some(({ name }) => name === wish)) ?? 'ignore';
    else
      chosen[id] =
        resolutions[
          await answers.choose(
            description,
            resolutions.map(({ plan }) => plan),
            'say how beforehand: --auto, or --resolution=NAME; --report only lists them',
          )
        ]?.name ?? null;
  }
  return chosen;
}
