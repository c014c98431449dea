import { BoshCommand } from '../command/bosh-command.js';
import { followTask } from '../session/follow.js';

export default class DeleteSnapshots extends BoshCommand {
  static override description = 'Deletes all snapshots of a deployment.';

  async run(): Promise<void> {
    const { flags } = await this.parse(DeleteSnapshots);
    const seat = this.open(flags);
    const { director, name } = await seat.deployment();
    await seat.answers.confirm();
    await followTask(seat, director, await director.snapshots.delete(name));
  }
}
