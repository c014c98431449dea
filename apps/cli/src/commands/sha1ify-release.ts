import { resolve } from 'node:path';
import { redigestRelease } from '@bosh6/formats/archives';
import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { userPath } from '../documents/user-path.js';
import { releaseTables } from '../tables/release-tables.js';

export default class Sha1ifyRelease extends BoshCommand {
  static override description = 'Writes a release tarball again with SHA-1 digests; archives and fingerprints stay.';
  static override args = {
    path: Args.string({ required: true, ignoreStdin: true, description: 'The tarball' }),
    destination: Args.string({ required: true, ignoreStdin: true, description: 'Where the new one goes' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Sha1ifyRelease);
    const seat = this.open(flags);
    const archive = resolve(userPath(args.destination));
    const manifest = await redigestRelease(userPath(args.path), archive, 'sha1');
    for (const table of releaseTables(manifest, archive)) seat.ui.table(table);
  }
}
