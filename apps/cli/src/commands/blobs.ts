import { listBlobs } from '@bosh6/release-dir';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';
import { binaryBytes } from '../output/values.js';

export default class Blobs extends BoshCommand {
  static override description = 'Lists the blobs of a release directory.';
  static override flags = releaseDirFlag;

  async run(): Promise<void> {
    const { flags } = await this.parse(Blobs);
    const seat = this.open(flags);
    const blobs = await listBlobs(flags.dir);
    seat.ui.table({
      content: 'blobs',
      header: ['Path', 'Size', 'Blobstore ID', 'Digest'],
      rows: blobs.map(({ path, size, id, digest }) => [path, binaryBytes(size), id ?? '(local)', digest]),
      api: blobs,
    });
  }
}
