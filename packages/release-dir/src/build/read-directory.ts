import { join } from 'node:path';
import type { Blob } from '../blobs/blob-list.js';
import { fail } from '../errors.js';
import { directoriesIn } from './files-below.js';
import { jobResource } from './job-resource.js';
import { licenseResource } from './license-resource.js';
import { packageResource } from './package-resource.js';
import type { Resource } from './resource.js';

/** What a release of this directory is made of: jobs, then packages, by name; then the license. Throws `InvalidReleaseDirectory` and the parsers' own. */
export async function readDirectory(directory: string, blobs: readonly Blob[]): Promise<Resource[]> {
  const jobs: Resource[] = [];
  for (const name of await directoriesIn(join(directory, 'jobs'))) jobs.push(await jobResource(directory, name));
  const packages: Resource[] = [];
  for (const name of await directoriesIn(join(directory, 'packages'))) packages.push(await packageResource(directory, name, blobs));
  const names = new Set(packages.map(({ name }) => name));
  for (const { kind, name, needs } of [...jobs, ...packages]) {
    const missing = needs.find((need) => !names.has(need));
    if (missing !== undefined)
      throw fail('InvalidReleaseDirectory', `${kind} '${name}' needs package '${missing}', which is not below packages/`);
  }
  const license = await licenseResource(directory);
  return [...jobs, ...packages, ...(license === undefined ? [] : [license])];
}
