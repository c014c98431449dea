import { generatePackage } from '@bosh6/release-dir';
import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';

export default class GeneratePackage extends BoshCommand {
  static override description = 'Makes an empty package in a release directory.';
  static override args = {
    name: Args.string({ required: true, ignoreStdin: true, description: 'Name of the package' }),
  };
  static override flags = releaseDirFlag;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(GeneratePackage);
    this.open(flags);
    await generatePackage(flags.dir, args.name);
  }
}
