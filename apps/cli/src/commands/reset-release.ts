import { resetRelease } from '@bosh6/release-dir';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';

export default class ResetRelease extends BoshCommand {
  static override description = 'Deletes dev releases, their builds and the blobs of a release directory.';
  static override flags = releaseDirFlag;

  async run(): Promise<void> {
    const { flags } = await this.parse(ResetRelease);
    this.open(flags);
    await resetRelease(flags.dir);
  }
}
