import { removeBlob } from '@bosh6/release-dir';
import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';

export default class RemoveBlob extends BoshCommand {
  static override description = 'Takes a blob out of a release directory; the blobstore keeps its copy.';
  static override args = {
    blob: Args.string({ required: true, ignoreStdin: true, description: 'Its path below blobs/' }),
  };
  static override flags = releaseDirFlag;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RemoveBlob);
    const seat = this.open(flags);
    await removeBlob(flags.dir, args.blob);
    seat.ui.line(`Removed blob '${args.blob}'`);
  }
}
