import { finalizeRelease } from '@bosh6/release-dir';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';
import { userPath } from '../documents/user-path.js';
import { authoringReport } from '../output/authoring-report.js';
import { releaseTables } from '../tables/release-tables.js';

export default class FinalizeRelease extends BoshCommand {
  static override description = "Makes a release's tarball a final release of the release directory.";
  static override args = {
    path: Args.string({ required: true, ignoreStdin: true, description: 'The tarball' }),
  };
  static override flags = {
    ...releaseDirFlag,
    name: Flags.string({ helpValue: 'NAME', description: "Name; the tarball's otherwise" }),
    version: Flags.string({ helpValue: 'VERSION', description: 'Version; the next final one otherwise' }),
    force: Flags.boolean({ description: 'Go on although the directory has uncommitted changes' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(FinalizeRelease);
    const seat = this.open(flags);
    const { name, version, force } = flags;
    const { manifest } = await finalizeRelease(flags.dir, userPath(args.path), {
      report: authoringReport(seat.ui),
      force,
      ...(name === undefined ? {} : { name }),
      ...(version === undefined ? {} : { version }),
    });
    for (const table of releaseTables(manifest)) seat.ui.table(table);
  }
}
