import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { oneInstance } from '../session/instance-name.js';

export default class Unignore extends BoshCommand {
  static override description = 'Takes an instance that was ignored into deploys again.';
  static override args = { instance: Args.string({ required: true, ignoreStdin: true, description: 'GROUP/ID' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Unignore);
    const seat = this.open(flags);
    const instance = oneInstance(args.instance);
    const { director, name } = await seat.deployment();
    await director.instanceStates.ignore(name, instance, false);
  }
}
