import { addBlob } from '@bosh6/release-dir';
import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';
import { userPath } from '../documents/user-path.js';

export default class AddBlob extends BoshCommand {
  static override description = 'Copies a file among the blobs of a release directory.';
  static override examples = ['bosh6 add-blob ~/Downloads/nginx-1.22.1.tar.gz nginx/nginx-1.22.1.tar.gz'];
  static override args = {
    path: Args.string({ required: true, ignoreStdin: true, description: 'The file' }),
    blob: Args.string({ required: true, ignoreStdin: true, description: 'Its path below blobs/' }),
  };
  static override flags = releaseDirFlag;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(AddBlob);
    const seat = this.open(flags);
    const { path } = await addBlob(flags.dir, userPath(args.path), args.blob);
    seat.ui.line(`Added blob '${path}'`);
  }
}
