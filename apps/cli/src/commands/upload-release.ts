import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Director } from '@bosh6/director-api/client';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';
import { isRemote, locateUpload, tarballOf } from '../documents/tarball.js';
import { fail } from '../errors.js';
import { followTask } from '../session/follow.js';
import { releaseExists } from '../session/release-exists.js';
import type { Seat } from '../session/seat.js';

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
    if (args.release !== undefined) return upload(seat, director, args.release, flags);
    const directory = mkdtempSync(join(tmpdir(), 'bosh6-release-'));
    try {
      const { createRelease } = await import('@bosh6/release-dir');
      const tarball = join(directory, 'release.tgz');
      await createRelease(flags.dir, { tarball, force: true });
      await upload(seat, director, tarball, flags, flags.dir);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }
}

interface UploadFlags {
  readonly sha1?: string | undefined;
  readonly fix: boolean;
  readonly rebase: boolean;
}

/** `shown` is what the person calls it. */
async function upload(seat: Seat, director: Director, from: string, flags: UploadFlags, shown = from): Promise<void> {
  if (/^(?:git[+:@]|file:)/.test(from))
    throw fail('InvalidArguments', `'${from}' cannot be fetched from here`, { hint: 'clone it, then `bosh6 create-release --tarball`' });
  const tarball = tarballOf('release', from, isRemote(from) ? flags.sha1 : undefined, seat);
  const task = await director.releases.upload(tarball.source, { fix: flags.fix, rebase: flags.rebase });
  tarball.end();
  await followTask(seat, director, task, { locate: locateUpload('release', shown) });
}
