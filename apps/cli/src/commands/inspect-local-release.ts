import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRelease } from '@bosh6/formats/archives';
import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { tarballSize } from '../documents/tarball.js';
import { userPath } from '../documents/user-path.js';
import { releaseTables } from '../tables/release-tables.js';

export default class InspectLocalRelease extends BoshCommand {
  static override description = "Shows a release tarball's jobs and packages.";
  static override args = {
    path: Args.string({ required: true, ignoreStdin: true, description: 'The tarball' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(InspectLocalRelease);
    const seat = this.open(flags);
    const path = userPath(args.path);
    tarballSize('release', path);
    const work = await mkdtemp(join(tmpdir(), 'bosh6-release-'));
    try {
      const { manifest } = await readRelease(path, work);
      for (const table of releaseTables(manifest, args.path)) seat.ui.table(table);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
}
