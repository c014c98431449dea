import { syncBlobs } from '@bosh6/release-dir';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';
import { authoringReport } from '../output/authoring-report.js';

export default class SyncBlobs extends BoshCommand {
  static override description = 'Fetches missing and damaged blobs, and deletes those that are not listed.';
  static override flags = releaseDirFlag;

  async run(): Promise<void> {
    const { flags } = await this.parse(SyncBlobs);
    const seat = this.open(flags);
    await syncBlobs(flags.dir, { report: authoringReport(seat.ui) });
  }
}
