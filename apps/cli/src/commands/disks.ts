import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { fail } from '../errors.js';
import { sortRows } from '../output/table.js';
import { binaryBytes, longTimeOf } from '../output/values.js';
import { dynamicDisksTable } from '../tables/dynamic-disks-table.js';

export default class Disks extends BoshCommand {
  static override description =
    'Lists orphaned disks: those whose instance is gone, kept until they are deleted. Or dynamic ones, which jobs asked for themselves.';
  static override flags = {
    orphaned: Flags.boolean({ char: 'o', description: 'List orphaned disks' }),
    dynamic: Flags.boolean({ description: 'List dynamic disks' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Disks);
    const seat = this.open(flags);
    if (flags.orphaned === flags.dynamic) {
      const which = flags.orphaned ? '--orphaned and --dynamic are two lists' : 'which disks: --orphaned or --dynamic is missing';
      throw fail('InvalidArguments', which, { hint: 'write `bosh6 disks --orphaned` or `bosh6 disks --dynamic`' });
    }
    const director = await seat.director();
    if (flags.dynamic) return seat.ui.table(dynamicDisksTable(await director.disks.dynamic()));
    const disks = await director.disks.orphaned();
    const rows = disks.map((disk) => [
      disk.disk_cid,
      { text: binaryBytes((disk.size ?? 0) * 1024 * 1024), sort: disk.size ?? 0 },
      disk.deployment_name ?? '',
      disk.instance_name ?? '',
      disk.az ?? '',
      longTimeOf(disk.orphaned_at),
    ]);
    seat.ui.table({
      api: disks,
      content: 'disks',
      header: ['Disk CID', 'Size', 'Deployment', 'Instance', 'AZ', 'Orphaned At'],
      rows: sortRows(rows, [5, -1]),
    });
  }
}
