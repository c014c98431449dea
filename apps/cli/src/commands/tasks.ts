import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { fail } from '../errors.js';
import { sortRows } from '../output/table.js';
import { longTime } from '../output/values.js';

export default class Tasks extends BoshCommand {
  static override description = 'Lists running tasks, or recent ones with --recent.';
  static override optionalValues = [{ name: 'recent', char: 'r', value: '30' }];
  static override flags = {
    recent: Flags.integer({ helpValue: 'N', char: 'r', description: 'Tasks that have ended too, the newest 30 or this many' }),
    all: Flags.boolean({ char: 'a', description: 'Also small ones, such as the reading of instances' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Tasks);
    const seat = this.open(flags);
    const { recent } = flags;
    if (recent !== undefined && recent < 1)
      throw fail('InvalidArguments', `--recent=${recent} asks for no task`, { hint: 'give 1 or more, or --recent alone for 30' });
    const director = await seat.director();
    const deployment = (flags.deployment ?? '') === '' ? {} : { deployment: flags.deployment as string };
    const tasks = await director.tasks.list(
      recent === undefined
        ? { state: 'processing,cancelling,queued', verbose: 2, ...deployment }
        : { limit: recent, verbose: flags.all ? 2 : 1, ...deployment },
    );
    const rows = tasks.map((task) => [
      { text: String(task.id), sort: task.id },
      task.state,
      longTime(task.started_at ?? 0),
      longTime(task.timestamp ?? 0),
      task.user ?? '',
      task.deployment ?? '',
      task.description ?? '',
      task.result ?? '',
    ]);
    seat.ui.table({
      content: 'tasks',
      api: tasks,
      header: ['ID', 'State', 'Started At', 'Finished At', 'User', 'Deployment', 'Description', 'Result'],
      rows: sortRows(rows, [0, -1]),
    });
  }
}
