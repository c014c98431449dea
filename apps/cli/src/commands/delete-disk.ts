import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { deleteGone } from '../session/delete-gone.js';
import { followTask } from '../session/follow.js';

export default class DeleteDisk extends BoshCommand {
  static override description = 'Deletes an orphaned disk and what is on it.';
  static override args = {
    cid: Args.string({ required: true, ignoreStdin: true, description: 'Disk CID, as `disks --orphaned` shows it' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeleteDisk);
    const seat = this.open(flags);
    const director = await seat.director();
    await seat.answers.confirm();
    await deleteGone(
      async () => followTask(seat, director, await director.disks.delete(args.cid)),
      async () => !(await director.disks.orphaned()).some((disk) => disk.disk_cid === args.cid),
    );
  }
}
