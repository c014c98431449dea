import { BoshCommand } from '../../command/bosh-command.js';
export default class Exec extends BoshCommand {
  async run(): Promise<void> {
    const { flags } = await this.parse(Exec);
    this.open(flags);
  }
}
