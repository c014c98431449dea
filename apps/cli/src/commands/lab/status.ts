import { BoshCommand } from '../../command/bosh-command.js';
import { labTables } from '../../tables/lab-tables.js';
import { findLab } from '../../up/find-lab.js';

export default class LabStatusCommand extends BoshCommand {
  static override description = 'Shows what the lab runs: places, VMs, networks, disks, services, forwarded ports.';

  async run(): Promise<void> {
    const { flags } = await this.parse(LabStatusCommand);
    const seat = this.open(flags);
    const lab = await findLab();
    const status = await lab.status();
    lab.close();
    for (const table of labTables(status)) seat.ui.table(table);
    seat.ui.object(status);
  }
}
