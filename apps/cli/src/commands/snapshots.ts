import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { longTimeOf } from '../output/values.js';

export default class Snapshots extends BoshCommand {
  static override description = "Lists snapshots of a deployment's persistent disks.";
  static override args = { instance: Args.string({ ignoreStdin: true, description: 'Accepted for old scripts; all are listed anyway' }) };

  async run(): Promise<void> {
    const { flags } = await this.parse(Snapshots);
    const seat = this.open(flags);
    const { director, name } = await seat.deployment();
    const snapshots = await director.snapshots.list(name);
    const rows = snapshots.map((snapshot) => [
      `${snapshot.job ?? ''}/${snapshot.index ?? ''}`,
      snapshot.snapshot_cid,
      longTimeOf(snapshot.created_at),
      String(snapshot.clean ?? false),
    ]);
    seat.ui.table({ api: snapshots, content: 'snapshots', header: ['Instance', 'CID', 'Created At', 'Clean'], rows });
  }
}
