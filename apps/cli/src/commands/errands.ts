import { BoshCommand } from '../command/bosh-command.js';
import { sortRows } from '../output/table.js';

export default class Errands extends BoshCommand {
  static override description = 'Lists errands: what `run-errand` can run.';

  async run(): Promise<void> {
    const { flags } = await this.parse(Errands);
    const seat = this.open(flags);
    const { director, name } = await seat.deployment();
    const rows = (await director.errands.list(name)).map((errand) => [errand.name]);
    seat.ui.table({ content: 'errands', header: ['Name'], rows: sortRows(rows, [0]) });
  }
}
