import { type JobSpec, parseManifest, parseRuntimeConfigs, parseYaml } from '@bosh6/formats';
import { addAddons } from '../deploy/add-addons.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

export interface Errands {
  /** Job that has a `bin/run`, to the groups that have it, in the manifest's order. */
  readonly jobs: ReadonlyMap<string, readonly string[]>;
  /** Groups with lifecycle `errand`, to their first job. */
  readonly groups: ReadonlyMap<string, string>;
}

/** What can be run of a deployment, as last deployed with its addons: jobs with a `bin/run`, and errand groups. */
export async function findErrands(read: Repositories, deployment: DeploymentRow): Promise<Errands> {
  const jobs = new Map<string, string[]>();
  const groups = new Map<string, string>();
  if (deployment.manifestText === null) return { jobs, groups };
  const runnable = await runnableJobs(read, deployment.releaseVersionIds);
  const configs = await read.configs.byIds(deployment.runtimeConfigIds);
  const runtimes = parseRuntimeConfigs(configs.map(({ name, content }) => parseYaml(content, `runtime-config '${name}'`)));
  const written = parseManifest(parseYaml(deployment.manifestText, 'manifest'));
  const manifest = await addAddons(read, deployment, written, runtimes, deployment.releaseVersionIds);
  for (const group of manifest.instanceGroups) {
    const [first] = group.jobs;
    if (group.lifecycle === 'errand' && first !== undefined) groups.set(group.name, first.name);
    for (const job of group.jobs)
      if (runnable.has(`${job.release}/${job.name}`)) jobs.set(job.name, [...(jobs.get(job.name) ?? []), group.name]);
  }
  return { jobs, groups };
}

async function runnableJobs(read: Repositories, versionIds: readonly number[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const version of await read.releases.versions.byIds(versionIds)) {
    const release = await read.releases.find({ id: version.releaseId });
    for (const job of await read.releases.jobsOf(version)) {
      const { templates } = job.spec as unknown as Pick<JobSpec, 'templates'>;
      if (templates.some(({ destination }) => destination === 'bin/run' || destination === 'bin/run.ps1'))
        found.add(`${release?.name}/${job.name}`);
    }
  }
  return found;
}
