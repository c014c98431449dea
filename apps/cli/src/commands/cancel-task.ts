import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';

export default class CancelTask extends BoshCommand {
  static override description =
    'Asks a task to stop at its next safe point, and returns at once; `task ID` shows when it has. A task that has ended is refused.';
  static override args = { id: Args.integer({ required: true, ignoreStdin: true, description: 'Task ID' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CancelTask);
    const seat = this.open(flags);
    const director = await seat.director();
    // A number that names no task is told apart from one that has ended (as bosh-cli).
    const { id } = await director.tasks.get(args.id);
    await director.tasks.cancel(id);
  }
}
