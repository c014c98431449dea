import { BoshCommand } from '../../command/bosh-command.js';
export default class Shell extends BoshCommand {
  async run(): Promise<void> {
    const { flags } = await this.parse(Shell);
    this.open(flags);
  }
}
