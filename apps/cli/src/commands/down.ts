import { BoshCommand } from '../command/bosh-command.js';
export default class Down extends BoshCommand {
  async run(): Promise<void> {
    const { flags } = await this.parse(Down);
    this.open(flags);
  }
}
