import { join } from 'node:path';
import { isJsonObject } from '@bosh6/base';
import type { ReleaseInspection } from '@bosh6/director-api/client';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { checkDirectory } from '../documents/check-directory.js';
import { fail } from '../errors.js';
import { followTask } from '../session/follow.js';
import { nameAndVersion } from '../session/name-and-version.js';
import { parseResult } from '../session/result-lines.js';
import { saveResource } from '../session/save-resource.js';
import { timestamp } from '../session/timestamp.js';

export default class ExportRelease extends BoshCommand {
  static override description =
    'Compiles a release of a deployment (-d) for a stemcell, and fetches it as a tarball that needs no compiling.';
  static override args = {
    release: Args.string({ required: true, ignoreStdin: true, description: 'NAME/VERSION' }),
    stemcell: Args.string({ required: true, ignoreStdin: true, description: 'OS/VERSION' }),
  };
  static override flags = {
    dir: Flags.string({ helpValue: 'DIR', default: '.', description: 'Where to put the tarball' }),
    job: Flags.string({
      helpValue: 'NAME',
      multiple: true,
      multipleNonGreedy: true,
      description: 'Only this job and its packages; repeat for more',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(ExportRelease);
    const seat = this.open(flags);
    const release = nameAndVersion(args.release);
    const { name: os, version } = nameAndVersion(args.stemcell, 'OS/VERSION');
    checkDirectory(flags.dir);
    const { director, name: deployment } = await seat.deployment();
    if (!(await director.deployments.list()).some(({ name }) => name === deployment)) {
      throw fail('NoSuchObject', `there is no deployment '${deployment}'`, { hint: 'list them with `bosh6 deployments`' });
    }
    const jobs = flags.job ?? [];
    checkJobs(await director.releases.inspect(release.name, release.version), jobs);
    const task = await director.releases.export({ deployment, release, stemcell: { os, version }, jobs });
    const { result } = await followTask(seat, director, task, { withResult: true });
    const { blobstore_id: blob, sha1 } = resultOf(result);
    const file = [...jobs, release.name, release.version, os, version, timestamp(seat.world.now())].join('-');
    const path = join(flags.dir, `${file}.tgz`);
    await saveResource(seat, director, blob, path, sha1);
    if (!seat.ui.decorated) seat.ui.block(`${path}\n`);
  }
}

/** Before anything is compiled for a job that the release has not. */
function checkJobs({ jobs: known }: ReleaseInspection, wanted: readonly string[]): void {
  const names = (known ?? []).map(({ name }) => name ?? '');
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw fail('NoSuchObject', `the release has no job '${unknown}'`, { hint: `it has ${names.join(', ')}` });
}

function resultOf(text: string): { blobstore_id: string; sha1: string } {
  const value = parseResult(text, "the task's result");
  const { blobstore_id: blob, sha1 = '' } = isJsonObject(value) ? value : {};
  if (typeof blob !== 'string' || typeof sha1 !== 'string') throw fail('UnreadableResult', "the task's result names no blob");
  return { blobstore_id: blob, sha1 };
}
