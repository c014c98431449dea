import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { announce } from '../session/environment.js';
import { directorTable } from '../tables/director-table.js';

export default class AliasEnv extends BoshCommand {
  static override description =
    'Gives the Director of -e a short name, and keeps its CA of --ca-cert. Saved only when the Director answers.';
  static override examples = ['bosh6 -e 10.0.9.151 alias-env ipv4 --ca-cert ~/.bosh6/director-ca.pem'];
  static override args = { alias: Args.string({ required: true, ignoreStdin: true, description: 'The short name' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(AliasEnv);
    const seat = this.open(flags);
    const environment = await seat.environment();
    const director = await seat.connect(environment);
    await announce(director, environment, (line) => seat.ui.line(line));
    const info = await director.identify();
    const config = await seat.config();
    config.alias(environment.url, args.alias, environment.ca);
    config.save();
    seat.ui.table(directorTable(info));
  }
}
