import { BoshCommand } from '../command/bosh-command.js';

export default class LogOut extends BoshCommand {
  static override description = "Forgets the log-in of -e's Director on this machine.";

  async run(): Promise<void> {
    const { flags } = await this.parse(LogOut);
    const seat = this.open(flags);
    const { url } = await seat.environment();
    const config = await seat.config();
    config.clearCredentials(url);
    config.save();
    seat.ui.line(`Logged out from '${url}'`);
  }
}
