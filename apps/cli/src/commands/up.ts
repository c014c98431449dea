import { BoshCommand } from '../command/bosh-command.js';
export default class Up extends BoshCommand {
  async run(): Promise<void> {
    const { flags } = await this.parse(Up);
    this.open(flags);
  }
}
