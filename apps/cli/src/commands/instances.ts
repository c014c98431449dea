import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { retrieveLines } from '../session/retrieve-lines.js';
import { instancesTable } from '../tables/instances-table.js';

export default class Instances extends BoshCommand {
  static override description = 'Lists instances with their state and addresses, of one deployment or of all.';
  static override flags = {
    ps: Flags.boolean({ char: 'p', description: 'Show processes' }),
    details: Flags.boolean({ char: 'i', description: 'Show VM, disks, agent' }),
    vitals: Flags.boolean({ description: 'Show load, memory, disk usage' }),
    ip: Flags.string({ description: 'Only what has this address, in any spelling' }),
    failing: Flags.boolean({ char: 'f', description: 'Only what does not run well' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Instances);
    const seat = this.open(flags);
    const director = await seat.director();
    const view = {
      processes: flags.ps,
      details: flags.details,
      vitals: flags.vitals,
      failing: flags.failing,
      exact: flags.json !== undefined,
    };
    await retrieveLines(seat, director, 'instances', (deployment, lines) => instancesTable(lines, { deployment, ...view }), flags.ip);
  }
}
