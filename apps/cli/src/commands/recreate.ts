import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { skipDrainFlag, stateFlags } from '../command/state-flags.js';
import { timeFlag } from '../command/time-flag.js';
import { changeState } from '../session/change-state.js';

export default class Recreate extends BoshCommand {
  static override description = 'Replaces the VMs of instances: all of the deployment, of a group, or one. Persistent disks stay.';
  static override args = { instance: Args.string({ ignoreStdin: true, description: 'GROUP or GROUP/ID; all when left out' }) };
  static override flags = {
    fix: Flags.boolean({ description: 'Also VMs whose agents do not answer' }),
    'dry-run': Flags.boolean({ description: 'Stop after rendering templates' }),
    'vms-created-before': timeFlag('Only VMs created before this time (RFC 3339)'),
    ...skipDrainFlag,
    ...stateFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Recreate);
    await changeState(this.open(flags), {
      instance: args.instance,
      state: 'recreate',
      action: 'recreate',
      flags,
      fix: flags.fix,
      dryRun: flags['dry-run'],
      vmsCreatedBefore: flags['vms-created-before'],
      skipDrain: flags['skip-drain'],
    });
  }
}
