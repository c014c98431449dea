import { BoshCommand } from '../command/bosh-command.js';
import { logInBasic } from '../session/log-in-basic.js';
import { logInUaa } from '../session/log-in-uaa.js';

export default class LogIn extends BoshCommand {
  static override description =
    'Logs in. Asks what the Director wants to know; answers come line by line from standard input when that is no terminal.';

  async run(): Promise<void> {
    const { flags } = await this.parse(LogIn);
    const seat = this.open(flags);
    const environment = await seat.environment();
    const director = await seat.connect(environment);
    const info = await director.info();
    await (info.user_authentication?.type === 'uaa' ? logInUaa(seat, director, environment) : logInBasic(seat, director, environment));
  }
}
