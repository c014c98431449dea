import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { stateFlags } from '../command/state-flags.js';
import { changeState } from '../session/change-state.js';

export default class Start extends BoshCommand {
  static override description = 'Starts instances that were stopped: all of the deployment, of a group, or one.';
  static override args = { instance: Args.string({ ignoreStdin: true, description: 'GROUP or GROUP/ID; all when left out' }) };
  static override flags = stateFlags;

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Start);
    await changeState(this.open(flags), { instance: args.instance, state: 'started', action: 'start', flags });
  }
}
