import { createRelease, packRelease } from '@bosh6/release-dir';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';
import { userPath } from '../documents/user-path.js';
import { authoringReport } from '../output/authoring-report.js';
import { releaseTables } from '../tables/release-tables.js';

export default class CreateRelease extends BoshCommand {
  static override description = 'Builds a dev release of a release directory, or a final one; or packs one that was recorded.';
  static override examples = [
    'bosh6 create-release --force --tarball=/tmp/((name))-((version)).tgz',
    'bosh6 create-release --final --version=2.0',
  ];
  static override args = {
    manifest: Args.string({
      ignoreStdin: true,
      description: 'A file below dev_releases/ or releases/: that release, and nothing is built',
    }),
  };
  static override flags = {
    ...releaseDirFlag,
    name: Flags.string({ helpValue: 'NAME', description: "Name; the directory's config/final.yml says it otherwise" }),
    version: Flags.string({ helpValue: 'VERSION', description: 'Version; the next one otherwise' }),
    'timestamp-version': Flags.boolean({ description: 'The next dev version, with the time instead of a number' }),
    final: Flags.boolean({ description: 'Make it a final release too: its archives go to the blobstore' }),
    tarball: Flags.string({ helpValue: 'PATH', description: 'Also write a tarball here; may hold ((name)) and ((version))' }),
    force: Flags.boolean({ description: 'Build although the directory has uncommitted changes' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CreateRelease);
    const seat = this.open(flags);
    const { name, version, final, force, dir } = flags;
    const common = {
      report: authoringReport(seat.ui),
      ...(flags.tarball === undefined ? {} : { tarball: userPath(flags.tarball) }),
    };
    const { manifest, tarball } =
      args.manifest === undefined
        ? await createRelease(dir, {
            ...common,
            final,
            force,
            timestampVersion: flags['timestamp-version'],
            ...(name === undefined ? {} : { name }),
            ...(version === undefined ? {} : { version }),
          })
        : await packRelease(dir, userPath(args.manifest), common);
    for (const table of releaseTables(manifest, tarball?.path)) seat.ui.table(table);
  }
}
