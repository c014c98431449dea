import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { skipDrainFlag, stateFlags } from '../command/state-flags.js';
import { changeState } from '../session/change-state.js';

export default class Restart extends BoshCommand {
  static override description = 'Stops and starts instances: all of the deployment, of a group, or one.';
  static override args = { instance: Args.string({ ignoreStdin: true, description: 'GROUP or GROUP/ID; all when left out' }) };
  static override flags = { ...skipDrainFlag, ...stateFlags };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Restart);
    const { instance } = args;
    await changeState(this.open(flags), { instance, state: 'restart', action: 'restart', flags, skipDrain: flags['skip-drain'] });
  }
}
