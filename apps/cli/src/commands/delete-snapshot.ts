import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { deleteGone } from '../session/delete-gone.js';
import { followTask } from '../session/follow.js';

export default class DeleteSnapshot extends BoshCommand {
  static override description = 'Deletes a snapshot.';
  static override args = { cid: Args.string({ required: true, ignoreStdin: true, description: 'Snapshot CID, as `snapshots` shows it' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeleteSnapshot);
    const seat = this.open(flags);
    const { director, name } = await seat.deployment();
    await seat.answers.confirm();
    await deleteGone(
      async () => followTask(seat, director, await director.snapshots.delete(name, args.cid)),
      async () => !(await director.snapshots.list(name)).some((snapshot) => snapshot.snapshot_cid === args.cid),
    );
  }
}
