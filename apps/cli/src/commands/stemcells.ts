import { BoshCommand } from '../command/bosh-command.js';
import { sortByNameAndVersion } from '../tables/versions.js';

export default class Stemcells extends BoshCommand {
  static override description = 'Lists stemcells.';

  async run(): Promise<void> {
    const { flags } = await this.parse(Stemcells);
    const seat = this.open(flags);
    const director = await seat.director();
    const stemcells = await sortByNameAndVersion(await director.stemcells.list());
    seat.ui.table({
      content: 'stemcells',
      header: ['Name', 'Version', 'OS', 'CPI', 'CID'],
      rows: stemcells.map(({ name, version, operating_system: os, cpi, cid, deployments }) => [
        name,
        `${version}${(deployments ?? []).length > 0 ? '*' : ''}`,
        os ?? '',
        cpi ?? '',
        cid ?? '',
      ]),
      notes: ['(*) Currently deployed'],
      api: stemcells,
    });
  }
}
