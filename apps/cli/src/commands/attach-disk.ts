import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { followTask } from '../session/follow.js';
import { oneInstance } from '../session/instance-name.js';

export default class AttachDisk extends BoshCommand {
  static override description = 'Gives a stopped instance a disk in place of its own, which becomes an orphan.';
  static override args = {
    instance: Args.string({ required: true, ignoreStdin: true, description: 'GROUP/ID' }),
    cid: Args.string({ required: true, ignoreStdin: true, description: 'Disk CID' }),
  };
  static override flags = {
    'disk-properties': Flags.string({ options: ['copy'], description: "Where the disk's properties come from: copy takes the old disk's" }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(AttachDisk);
    const seat = this.open(flags);
    const instance = oneInstance(args.instance);
    const { director, name } = await seat.deployment();
    const task = await director.disks.attach(args.cid, { deployment: name, ...instance, properties: flags['disk-properties'] });
    await followTask(seat, director, task);
  }
}
