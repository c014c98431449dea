import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { deleteGone } from '../session/delete-gone.js';
import { followTask } from '../session/follow.js';

export default class DeleteDisk extends BoshCommand {
  static override description = 'Deletes an orphaned or a dynamic disk and what is on it.';
  static override args = {
    cid: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'Disk CID, as `disks --orphaned` shows it; the name of a dynamic one',
    }),
  };
  static override flags = { dynamic: Flags.boolean({ description: 'A dynamic disk, by its name' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeleteDisk);
    const seat = this.open(flags);
    const director = await seat.director();
    await seat.answers.confirm();
    if (flags.dynamic) return void (await followTask(seat, director, await director.disks.deleteDynamic(args.cid)));
    await deleteGone(
      async () => followTask(seat, director, await director.disks.delete(args.cid)),
      async () => !(await director.disks.orphaned()).some((disk) => disk.disk_cid === args.cid),
    );
  }
}
