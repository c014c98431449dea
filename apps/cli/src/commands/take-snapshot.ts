import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { followTask } from '../session/follow.js';
import { oneInstance } from '../session/instance-name.js';

export default class TakeSnapshot extends BoshCommand {
  static override description = "Takes snapshots of an instance's persistent disks, or of all of a deployment.";
  static override args = { instance: Args.string({ ignoreStdin: true, description: 'GROUP/ID; all when left out' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(TakeSnapshot);
    const seat = this.open(flags);
    const instance = args.instance === undefined ? undefined : oneInstance(args.instance);
    const { director, name } = await seat.deployment();
    await followTask(seat, director, await director.snapshots.take(name, instance));
  }
}
