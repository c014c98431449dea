import { BoshCommand } from '../command/bosh-command.js';
import { sortRows } from '../output/table.js';

export default class Errands extends BoshCommand {
  static override description = 'Lists errands: what `run-errand` can run.';

  async run(): Promise<void> {
    const { flags } = await this.parse(Errands);
    const seat = this.open(flags);
    const { director, name } = await seat.deployment();
    const errands = await director.errands.list(name);
    const rows = errands.map((errand) => [errand.name]);
    seat.ui.table({ api: errands, content: 'errands', header: ['Name'], rows: sortRows(rows, [0]) });
  }
}
