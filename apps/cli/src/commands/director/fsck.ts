import { type FsckFinding, fsckFindingSchema } from '@bosh6/director-api';
import { BoshCommand } from '../../command/bosh-command.js';
import { fail } from '../../errors.js';
import { followTask } from '../../session/follow.js';
import { parseResult, resultLines } from '../../session/result-lines.js';
import { fsckTable } from '../../tables/fsck-table.js';

export default class DirectorFsckCommand extends BoshCommand {
  static override description =
    'Compares what the Director knows with what its infrastructure and its blobstore have: VMs, disks, addresses, locks, tasks, blobs. Changes nothing, and says what to do about each finding. ' +
    'Ends with 8 when something is broken or suspect; what is only half-done, and finished by the next deploy, is listed and no failure.';

  async run(): Promise<void> {
    const { flags } = await this.parse(DirectorFsckCommand);
    const seat = this.open(flags);
    const director = await seat.director();
    const { result } = await followTask(seat, director, await director.fsck(), { withResult: true });
    const findings = resultLines(result).map(findingOf);
    seat.ui.table(fsckTable(findings));
    const bad = findings.filter(({ severity }) => severity !== 'pending').length;
    if (bad > 0) throw fail('InconsistenciesFound', `${bad} thing(s) are not as they should be`);
  }
}

function findingOf(line: string): FsckFinding {
  const { data, error } = fsckFindingSchema.safeParse(parseResult(line));
  if (data === undefined) throw fail('UnreadableResult', 'a line of the result is no finding', { cause: error });
  return data;
}
