import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { textOf } from '../output/table.js';
import { eventCells } from '../tables/event-table.js';

const headings = ['ID', 'Time', 'User', 'Action', 'Object Type', 'Object Name', 'Task ID', 'Deployment', 'Instance', 'Context', 'Error'];
/** Shown also when empty. */
const always = new Set(['ID', 'Time', 'Action', 'Object Type']);

export default class Event extends BoshCommand {
  static override description = 'Shows one event.';
  static override args = { id: Args.string({ required: true, ignoreStdin: true, description: 'ID, as `events` shows it' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Event);
    const seat = this.open(flags);
    const director = await seat.director();
    const event = await director.events.get(args.id);
    const cells = eventCells(event);
    const shown = headings
      .map((heading, at) => [heading, cells[at] ?? ''] as const)
      .filter(([heading, cell]) => always.has(heading) || textOf(cell) !== '');
    seat.ui.table({ api: { event }, header: shown.map(([heading]) => heading), rows: [shown.map(([, cell]) => cell)], transposed: true });
  }
}
