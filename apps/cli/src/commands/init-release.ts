import { initRelease } from '@bosh6/release-dir';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';

export default class InitRelease extends BoshCommand {
  static override description = 'Makes a release directory. Files that are there already stay.';
  static override flags = { ...releaseDirFlag, git: Flags.boolean({ description: 'Make it a git repository that ignores what is built' }) };

  async run(): Promise<void> {
    const { flags } = await this.parse(InitRelease);
    this.open(flags);
    await initRelease(flags.dir, { git: flags.git });
  }
}
