import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';
import { fail } from '../errors.js';
import { releaseExists } from '../session/release-exists.js';
import { uploadRelease } from '../session/upload-release.js';

export default class UploadRelease extends BoshCommand {
  static override description =
    'Uploads a release: a tarball from here, an address that the Director fetches, or a new dev release of --dir.';
  static override args = { release: Args.string({ ignoreStdin: true, description: 'URL or file; a dev release of --dir when left out' }) };
  static override flags = {
    ...releaseDirFlag,
    rebase: Flags.boolean({ description: 'Let the Director choose the version' }),
    fix: Flags.boolean({ description: 'Replace jobs and packages that are there already' }),
    name: Flags.string({ helpValue: 'NAME', description: 'Skip when this name and --version are there already' }),
    version: Flags.string({ helpValue: 'VERSION', description: 'Skip when --name and this version are there already' }),
    sha1: Flags.string({ helpValue: 'DIGEST', description: 'Digest of the file: SHA-1, or sha256:...' }),
    stemcell: Flags.string({ description: 'Skip only when compiled for this OS/VERSION' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(UploadRelease);
    const seat = this.open(flags);
    const { name, version, stemcell } = flags;
    const director = await seat.director();
    if (!flags.fix && name !== undefined && version !== undefined && (await releaseExists(director, { name, version, stemcell }))) {
      seat.ui.line(`Release '${name}/${version}'${stemcell === undefined ? '' : ` for stemcell '${stemcell}'`} already exists.`);
      return;
    }
    const { fix, rebase, sha1 } = flags;
    const from = args.release;
    if (from !== undefined) {
      if (/^(?:git[+:@]|file:)/.test(from))
        throw fail('InvalidArguments', `'${from}' cannot be fetched from here`, {
          hint: 'clone it, then `bosh6 create-release --tarball`',
        });
      return uploadRelease(seat, director, from, { fix, rebase, sha1 });
    }
    const directory = mkdtempSync(join(tmpdir(), 'bosh6-release-'));
    try {
      const { createRelease } = await import('@bosh6/release-dir');
      const tarball = join(directory, 'release.tgz');
      await createRelease(flags.dir, { tarball, force: true });
      await uploadRelease(seat, director, tarball, { fix, rebase, shown: flags.dir });
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }
}
