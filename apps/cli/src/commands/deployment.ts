import { BoshCommand } from '../command/bosh-command.js';
import { fail } from '../errors.js';
import { versionLines } from '../tables/version-lines.js';

export default class Deployment extends BoshCommand {
  static override description = 'Shows one deployment (-d): its releases, stemcells, configs and teams.';

  async run(): Promise<void> {
    const { flags } = await this.parse(Deployment);
    const seat = this.open(flags);
    const name = flags.deployment ?? '';
    if (name === '') throw fail('NoDeployment', 'no deployment was named');
    const director = await seat.director();
    const found = (await director.deployments.list()).find((one) => one.name === name);
    if (found === undefined) throw fail('NoSuchObject', `there is no deployment '${name}'`, { hint: 'list them with `bosh6 deployments`' });
    const configs = await director.deployments.configs([name]);
    const configNames = configs.map(({ config }) => `${config.id} ${config.type}/${config.name}`);
    seat.ui.table({
      content: 'deployments',
      api: { deployment: { ...found, configs: configs.map(({ config }) => config) } },
      header: ['Name', 'Release(s)', 'Stemcell(s)', 'Config(s)', 'Team(s)'],
      rows: [[name, versionLines(found.releases), versionLines(found.stemcells), configNames.join('\n'), (found.teams ?? []).join('\n')]],
    });
  }
}
