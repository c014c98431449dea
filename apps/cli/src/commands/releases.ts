import { BoshCommand } from '../command/bosh-command.js';
import { sortByNameAndVersion } from '../tables/versions.js';

export default class Releases extends BoshCommand {
  static override description = 'Lists releases.';

  async run(): Promise<void> {
    const { flags } = await this.parse(Releases);
    const seat = this.open(flags);
    const director = await seat.director();
    const releases = await director.releases.list();
    const versions = await sortByNameAndVersion(
      releases.flatMap(({ name, release_versions: all }) => all.map((version) => ({ name, ...version }))),
    );
    seat.ui.table({
      content: 'releases',
      header: ['Name', 'Version', 'Commit Hash'],
      rows: versions.map(({ name, version, commit_hash: hash, uncommitted_changes: dirty, currently_deployed: deployed }) => [
        name,
        `${version}${deployed === true ? '*' : ''}`,
        `${hash ?? ''}${dirty === true ? '+' : ''}`,
      ]),
      api: releases,
      notes: ['(*) Currently deployed', '(+) Uncommitted changes'],
    });
  }
}
