import { createDevRelease } from '@bosh6/formats/archives';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseTables } from '../tables/release-tables.js';

export default class CreateRelease extends BoshCommand {
  static override description = 'Builds a dev release of a release directory.';
  static override flags = {
    dir: Flags.string({ default: '.', description: 'Release directory' }),
    name: Flags.string({ description: "Name; the directory's config/final.yml says it otherwise" }),
    version: Flags.string({ description: 'Version; the next dev version otherwise' }),
    tarball: Flags.string({ description: 'Also write a tarball here' }),
    force: Flags.boolean({ description: 'Build although the directory has uncommitted changes' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(CreateRelease);
    const seat = this.open(flags);
    const { name, version, tarball, force, dir } = flags;
    const release = await createDevRelease(dir, {
      force,
      ...(name === undefined ? {} : { name }),
      ...(version === undefined ? {} : { version }),
      ...(tarball === undefined ? {} : { tarball }),
    });
    seat.ui.line(`Added dev release '${release.manifest.name}/${release.manifest.version}'`);
    for (const table of releaseTables(release)) seat.ui.table(table);
  }
}
