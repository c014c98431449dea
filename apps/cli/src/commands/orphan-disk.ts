import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { followTask } from '../session/follow.js';

export default class OrphanDisk extends BoshCommand {
  static override description = 'Takes a persistent disk from its instance, and keeps it as an orphan.';
  static override args = { cid: Args.string({ required: true, ignoreStdin: true, description: 'Disk CID' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(OrphanDisk);
    const seat = this.open(flags);
    const director = await seat.director();
    await seat.answers.confirm();
    await followTask(seat, director, await director.disks.orphan(args.cid));
  }
}
