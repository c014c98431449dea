import { BoshCommand } from '../command/bosh-command.js';
import { sortRows } from '../output/table.js';
import { longTimeOf } from '../output/values.js';

export default class OrphanedVms extends BoshCommand {
  static override description =
    'Lists orphaned VMs: those whose instance has another VM now (`vm_strategy: create-swap-delete`). The Director deletes them within minutes; until then they hold their addresses.';

  async run(): Promise<void> {
    const { flags } = await this.parse(OrphanedVms);
    const seat = this.open(flags);
    const director = await seat.director();
    const vms = await director.orphanedVms.list();
    const rows = vms.map((vm) => [
      vm.cid,
      vm.deployment_name ?? '',
      vm.instance_name ?? '',
      vm.az ?? '',
      (vm.ip_addresses ?? []).join('\n'),
      longTimeOf(vm.orphaned_at),
    ]);
    seat.ui.table({
      api: vms,
      content: 'orphaned_vms',
      header: ['VM CID', 'Deployment', 'Instance', 'AZ', 'IPs', 'Orphaned At'],
      rows: sortRows(rows, [5, -1]),
    });
  }
}
