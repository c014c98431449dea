import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { planRecovery } from '../session/plan-recovery.js';
import { scanProblems } from '../session/scan-problems.js';

export default class CreateRecoveryPlan extends BoshCommand {
  static override description =
    'Asks, for each kind of problem of each instance group, how to mend it, and writes the answers to a file for `recover`.';
  static override args = { plan: Args.string({ required: true, ignoreStdin: true, description: 'The file to write' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CreateRecoveryPlan);
    const seat = this.open(flags);
    const { director, name } = await seat.deployment();
    const problems = await scanProblems(seat, director, name);
    if (problems.length === 0) return seat.ui.line('No problems found\n');
    const manifest = await director.deployments.manifest(name);
    await planRecovery(seat, { problems, manifest, path: args.plan });
  }
}
