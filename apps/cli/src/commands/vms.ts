import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { retrieveLines } from '../session/retrieve-lines.js';
import { vmsTable } from '../tables/instances-table.js';

export default class Vms extends BoshCommand {
  static override description = 'Lists VMs, of one deployment or of all.';
  static override flags = {
    ip: Flags.string({ description: 'Only what has this address, in any spelling' }),
    vitals: Flags.boolean({ description: 'Show load, memory, disk usage' }),
    'cloud-properties': Flags.boolean({ description: 'Show cloud properties' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Vms);
    const seat = this.open(flags);
    const director = await seat.director();
    const view = { vitals: flags.vitals, cloudProperties: flags['cloud-properties'] };
    await retrieveLines(seat, director, 'vms', (deployment, lines) => vmsTable(lines, { deployment, ...view }), flags.ip);
  }
}
