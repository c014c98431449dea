import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { certificatesTable } from '../tables/certificates-table.js';
import { directorTable } from '../tables/director-table.js';

export default class Environment extends BoshCommand {
  static override flags = { details: Flags.boolean({ description: "Also when the Director's certificates end" }) };
  static override description = 'Shows what the Director says about itself, and who you are to it.';

  async run(): Promise<void> {
    const { flags } = await this.parse(Environment);
    const seat = this.open(flags);
    const director = await seat.director();
    seat.ui.table(directorTable(await director.identify()));
    if (flags.details) seat.ui.table(certificatesTable(await director.certificates()));
  }
}
