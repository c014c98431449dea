import { generateJob } from '@bosh6/release-dir';
import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';

export default class GenerateJob extends BoshCommand {
  static override description = 'Makes an empty job in a release directory.';
  static override args = {
    name: Args.string({ required: true, ignoreStdin: true, description: 'Name of the job' }),
  };
  static override flags = releaseDirFlag;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(GenerateJob);
    this.open(flags);
    await generateJob(flags.dir, args.name);
  }
}
