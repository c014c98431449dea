import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { networkMap, speaksUtf8 } from '../tables/network-map.js';
import { holdersTable, networksTable, orphanedNetworksTable } from '../tables/networks-table.js';

const barWidth = 48;

export default class Networks extends BoshCommand {
  static override description =
    "Lists the cloud configs' subnets: what is static, reserved, in use and free, and the next free address. A terminal shows a map of each.";
  static override flags = {
    details: Flags.boolean({ char: 'i', description: 'List who holds which address' }),
    orphaned: Flags.boolean({ char: 'o', description: 'List managed networks that no deployment uses any more' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Networks);
    const seat = this.open(flags);
    const director = await seat.director();
    if (flags.orphaned) return seat.ui.table(orphanedNetworksTable(await director.networks.orphaned()));
    const usage = await director.networks.usage({ details: flags.details });
    const { ui } = seat;
    const decorated = ui.decorated && !ui.json;
    ui.table(networksTable(usage, !decorated));
    if ((usage.subnets ?? []).length === 0) ui.note('There is no cloud config yet. Store one: `bosh6 update-config cloud FILE`');
    if (flags.details) ui.table(holdersTable(usage));
    const map =
      decorated && (flags.column ?? []).length === 0
        ? networkMap(usage, { width: barWidth, columns: ui.width, unicode: speaksUtf8(process.env), color: ui.color })
        : '';
    if (map !== '') ui.picture(map);
  }
}
