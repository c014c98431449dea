import { fsckFindingSchema } from '@bosh6/director-api';
import { BoshCommand } from '../../command/bosh-command.js';
import { fail } from '../../errors.js';
import { followTask } from '../../session/follow.js';
import { findingsTable } from '../../tables/findings-table.js';

export default class DirectorFsckCommand extends BoshCommand {
  static override description =
    'Compares what the Director knows with what its infrastructure and its blobstore have: VMs, disks, addresses, locks, tasks, blobs. Changes nothing, and says what to do about each finding. ' +
    'Ends with 8 when something is broken or suspect; what is only half-done, and finished by the next deploy, is listed and no failure.';

  async run(): Promise<void> {
    const { flags } = await this.parse(DirectorFsckCommand);
    const seat = this.open(flags);
    const director = await seat.director();
    const { result } = await followTask(seat, director, await director.fsck(), { withResult: true });
    const lines = result.split('\n').filter((line) => line.trim() !== '');
    const findings = lines.map((line) => fsckFindingSchema.parse(JSON.parse(line)));
    seat.ui.table(findingsTable(findings));
    const bad = findings.filter(({ severity }) => severity !== 'pending').length;
    if (bad > 0) throw fail('InconsistenciesFound', `${bad} thing(s) are not as they should be`);
  }
}
