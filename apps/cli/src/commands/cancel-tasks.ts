import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';

export default class CancelTasks extends BoshCommand {
  static override description = 'Asks tasks to stop at their next safe point: queued ones, or those of --state; of one deployment with -d.';
  static override flags = {
    type: Flags.string({ char: 't', multiple: true, multipleNonGreedy: true, description: 'Only of this type; repeat for more' }),
    state: Flags.string({
      char: 's',
      multiple: true,
      multipleNonGreedy: true,
      description: 'Of this state: queued (when left out) or processing',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(CancelTasks);
    const seat = this.open(flags);
    const director = await seat.director();
    const deployment = flags.deployment ?? '';
    await director.tasks.cancelAll({ types: flags.type ?? [], states: flags.state ?? [], ...(deployment === '' ? {} : { deployment }) });
  }
}
