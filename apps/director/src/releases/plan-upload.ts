import type { ReleaseContents } from '@bosh6/formats/archives';
import { fail } from '../errors.js';
import type { JobRow, PackageRow, ReleaseVersionRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

type Package = ReleaseContents['packages'][number];
type Job = ReleaseContents['jobs'][number];
type Compiled = ReleaseContents['compiledPackages'][number];

/** What an upload finds in the database, and what it has to add. */
export interface UploadPlan {
  existingVersion: ReleaseVersionRow | undefined;
  newPackages: (Package | Compiled)[];
  existingPackages: { row: PackageRow; entry: Package | Compiled }[];
  compiled: Compiled[];
  newJobs: Job[];
  existingJobs: { row: JobRow; entry: Job }[];
}

/** Compares a release with what is stored. Throws the errors of a version that was uploaded before with other content. */
export async function planUpload(read: Repositories, contents: ReleaseContents, version: string): Promise<UploadPlan> {
  const { manifest } = contents;
  const title = `${manifest.name}/${version}`;
  const found = await read.releases.findVersion(manifest.name, version);
  const release = await read.releases.find({ name: manifest.name });
  const before = found?.version;
  if (before !== undefined && (before.commitHash !== manifest.commitHash || before.uncommittedChanges !== manifest.uncommittedChanges)) {
    const dirty = (changed: boolean): string => (changed ? ' with uncommitted changes' : '');
    throw fail(
      'ReleaseCommitChanged',
      `release '${title}' is known from commit ${before.commitHash}${dirty(before.uncommittedChanges)}, not ${manifest.commitHash}${dirty(manifest.uncommittedChanges)}`,
      { where: { object: `release ${title}` } },
    );
  }
  const [packages, jobs] =
    release === undefined
      ? [[], []]
      : [await read.releases.packages.all({ releaseId: release.id }), await read.releases.jobs.all({ releaseId: release.id })];
  const plan: UploadPlan = {
    existingVersion: before,
    newPackages: [],
    existingPackages: [],
    compiled: contents.compiledPackages,
    newJobs: [],
    existingJobs: [],
  };
  for (const entry of [...contents.packages, ...contents.compiledPackages]) {
    const row = packages.find((one) => one.name === entry.name && one.version === entry.version);
    const inVersion = packages.find((one) => one.name === entry.name && before?.packageIds.includes(one.id));
    const other = [row, inVersion].find((one) => one !== undefined && one.fingerprint !== entry.fingerprint);
    if (other !== undefined) {
      throw fail(
        'ReleasePackageChanged',
        `package '${entry.name}' of release '${title}' is known with fingerprint ${other.fingerprint}, not ${entry.fingerprint}`,
      );
    }
    if (row === undefined) plan.newPackages.push(entry);
    else plan.existingPackages.push({ row, entry });
  }
  for (const entry of contents.jobs) {
    const row = jobs.find((one) => one.name === entry.name && one.version === entry.version);
    const inVersion = jobs.find((one) => one.name === entry.name && before?.jobIds.includes(one.id));
    const other = [row, inVersion].find((one) => one !== undefined && one.fingerprint !== entry.fingerprint);
    if (other !== undefined) {
      throw fail(
        'ReleaseJobChanged',
        `job '${entry.name}' of release '${title}' is known with fingerprint ${other.fingerprint}, not ${entry.fingerprint}`,
      );
    }
    if (row === undefined) plan.newJobs.push(entry);
    else plan.existingJobs.push({ row, entry });
  }
  return plan;
}
