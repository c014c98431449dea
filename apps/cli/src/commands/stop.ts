import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { skipDrainFlag, stateFlags } from '../command/state-flags.js';
import { fail } from '../errors.js';
import { changeState } from '../session/change-state.js';

export default class Stop extends BoshCommand {
  static override description =
    'Stops instances: all of the deployment, of a group, or one. They stay stopped in later deploys, until `start`.';
  static override args = { instance: Args.string({ ignoreStdin: true, description: 'GROUP or GROUP/ID; all when left out' }) };
  static override flags = {
    soft: Flags.boolean({ description: 'Stop processes only (what happens when neither is given)' }),
    hard: Flags.boolean({ description: 'Delete the VM too; its persistent disk stays' }),
    ...skipDrainFlag,
    ...stateFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Stop);
    const { hard, soft } = flags;
    if (hard && soft) throw fail('InvalidArguments', '--hard and --soft exclude each other');
    await changeState(this.open(flags), {
      instance: args.instance,
      state: hard ? 'detached' : 'stopped',
      action: 'stop',
      flags,
      hard,
      skipDrain: flags['skip-drain'],
    });
  }
}
