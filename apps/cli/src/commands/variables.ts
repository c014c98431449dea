import { BoshCommand } from '../command/bosh-command.js';
import { sortRows } from '../output/table.js';

export default class Variables extends BoshCommand {
  static override description = 'Lists the variables that a deployment uses: names and IDs, never values.';

  async run(): Promise<void> {
    const { flags } = await this.parse(Variables);
    const seat = this.open(flags);
    const { director, name } = await seat.deployment();
    const variables = await director.deployments.variables(name);
    const rows = variables.map((variable) => [variable.id, variable.name]);
    seat.ui.table({ api: variables, content: 'variables', header: ['ID', 'Name'], rows: sortRows(rows, [1]) });
  }
}
