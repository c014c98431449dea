import { BoshCommand } from '../../command/bosh-command.js';
export default class Status extends BoshCommand {
  async run(): Promise<void> {
    const { flags } = await this.parse(Status);
    this.open(flags);
  }
}
