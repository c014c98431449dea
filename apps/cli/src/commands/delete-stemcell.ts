import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { deleteGone } from '../session/delete-gone.js';
import { followTask } from '../session/follow.js';
import { nameAndVersion } from '../session/name-and-version.js';

export default class DeleteStemcell extends BoshCommand {
  static override description = 'Deletes a stemcell that no deployment uses.';
  static override args = { stemcell: Args.string({ required: true, ignoreStdin: true, description: 'NAME/VERSION' }) };
  static override flags = { force: Flags.boolean({ description: 'Forget it also when the CPI cannot delete it' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeleteStemcell);
    const seat = this.open(flags);
    const { name, version } = nameAndVersion(args.stemcell);
    const director = await seat.director();
    await seat.answers.confirm();
    await deleteGone(
      async () => followTask(seat, director, await director.stemcells.delete(name, version, { force: flags.force })),
      async () => !(await director.stemcells.list()).some((one) => one.name === name && one.version === version),
    );
  }
}
