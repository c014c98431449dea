import { BoshCommand } from '../command/bosh-command.js';
import { sortRows } from '../output/table.js';

export default class Environments extends BoshCommand {
  static override description = 'Lists the Directors of the config file.';

  async run(): Promise<void> {
    const { flags } = await this.parse(Environments);
    const seat = this.open(flags);
    const entries = (await seat.config()).entries();
    const rows = sortRows(
      entries.map(({ url, alias = '' }) => [url, alias]),
      [0],
    );
    seat.ui.table({ content: 'environments', header: ['URL', 'Alias'], rows, api: entries.map(({ url, alias }) => ({ url, alias })) });
  }
}
