import { BoshCommand } from '../command/bosh-command.js';

export default class Manifest extends BoshCommand {
  static override description = "Shows a deployment's manifest as last deployed.";

  async run(): Promise<void> {
    const { flags } = await this.parse(Manifest);
    const seat = this.open(flags);
    const { director, name } = await seat.deployment();
    seat.ui.block((await director.deployments.manifest(name)) ?? '');
  }
}
