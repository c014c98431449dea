import { uploadBlobs } from '@bosh6/release-dir';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';
import { authoringReport } from '../output/authoring-report.js';

export default class UploadBlobs extends BoshCommand {
  static override description = 'Stores new blobs in the blobstore of the release.';
  static override flags = releaseDirFlag;

  async run(): Promise<void> {
    const { flags } = await this.parse(UploadBlobs);
    const seat = this.open(flags);
    await uploadBlobs(flags.dir, { report: authoringReport(seat.ui) });
  }
}
