import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';

export default class UnaliasEnv extends BoshCommand {
  static override description = 'Forgets the short name of a Director, with its CA and log-in.';
  static override args = {
    alias: Args.string({ required: true, ignoreStdin: true, description: 'The short name' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(UnaliasEnv);
    const seat = this.open(flags);
    const config = await seat.config();
    config.unalias(args.alias);
    config.save();
  }
}
