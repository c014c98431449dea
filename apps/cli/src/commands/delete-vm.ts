import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { followTask } from '../session/follow.js';

export default class DeleteVm extends BoshCommand {
  static override description = 'Deletes a VM by its CID; its disks stay. The next deploy or the health monitor makes a new one.';
  static override args = { cid: Args.string({ required: true, ignoreStdin: true, description: 'VM CID, as `vms` shows it' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeleteVm);
    const seat = this.open(flags);
    const { director } = await seat.deployment();
    await seat.answers.confirm();
    await followTask(seat, director, await director.vms.delete(args.cid));
  }
}
