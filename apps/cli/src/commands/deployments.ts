import { BoshCommand } from '../command/bosh-command.js';
import { sortRows } from '../output/table.js';
import { versionLines } from '../tables/version-lines.js';

export default class Deployments extends BoshCommand {
  static override description = 'Lists deployments.';

  async run(): Promise<void> {
    const { flags } = await this.parse(Deployments);
    const seat = this.open(flags);
    const director = await seat.director();
    const deployments = await director.deployments.list({ excludeConfigs: true });
    const rows = deployments.map(({ name, releases, stemcells, teams }) => [
      name,
      versionLines(releases),
      versionLines(stemcells),
      (teams ?? []).join('\n'),
    ]);
    seat.ui.table({
      api: deployments,
      content: 'deployments',
      header: ['Name', 'Release(s)', 'Stemcell(s)', 'Team(s)'],
      rows: sortRows(rows, [0]),
    });
  }
}
