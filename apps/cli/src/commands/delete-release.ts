import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { deleteGone } from '../session/delete-gone.js';
import { followTask } from '../session/follow.js';
import { nameAndVersion } from '../session/name-and-version.js';

export default class DeleteRelease extends BoshCommand {
  static override description = 'Deletes a release that no deployment uses: one version, or all.';
  static override args = { release: Args.string({ required: true, ignoreStdin: true, description: 'NAME or NAME/VERSION' }) };
  static override flags = { force: Flags.boolean({ description: 'Go on when something cannot be deleted' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeleteRelease);
    const seat = this.open(flags);
    const which: { name: string; version?: string } = args.release.includes('/') ? nameAndVersion(args.release) : { name: args.release };
    const director = await seat.director();
    await seat.answers.confirm();
    const exists = async (): Promise<boolean> =>
      (await director.releases.list()).some(
        ({ name, release_versions: versions }) =>
          name === which.name && (which.version === undefined || versions.some(({ version }) => version === which.version)),
      );
    if (!(await exists())) return seat.ui.line(`Release '${args.release}' does not exist.`);
    await deleteGone(
      async () => followTask(seat, director, await director.releases.delete(which.name, { version: which.version, force: flags.force })),
      async () => !(await exists()),
    );
  }
}
