import type { ApplySpec } from '@bosh6/agent-protocol';
import type { BlobReference } from '../blobs/blob-fetcher.js';
import type { InstallableJob, JobInstaller } from './job-installer.js';
import type { InstallablePackage, PackageInstaller } from './package-installer.js';

/** What of an apply spec is to be on disk. */
export interface Installation {
  jobs: InstallableJob[];
  archive: BlobReference | undefined;
  packages: InstallablePackage[];
}

export function installationOf(spec: ApplySpec): Installation {
  const rendered = spec.rendered_templates_archive;
  const archive: BlobReference | undefined = rendered?.sha1
    ? { what: 'rendered templates', digest: rendered.sha1, blobstoreId: rendered.blobstore_id, signedUrl: rendered.signed_url }
    : undefined;
  return {
    archive,
    jobs: archive === undefined ? [] : (spec.job?.templates ?? []).map(({ name, version }) => ({ name, version })),
    packages: Object.entries(spec.packages ?? {}).map(([name, entry]) => ({
      name: entry.name ?? name,
      version: entry.version,
      digest: entry.sha1 ?? '',
      blobstoreId: entry.blobstore_id,
      signedUrl: entry.signed_url,
      headers: entry.blobstore_headers,
    })),
  };
}

/** Brings jobs and packages of a spec onto the disk (`prepare`), and makes them the current ones (`apply`). */
export class SpecInstaller {
  readonly #jobs: JobInstaller;
  readonly #packages: PackageInstaller;

  constructor(jobs: JobInstaller, packages: PackageInstaller) {
    this.#jobs = jobs;
    this.#packages = packages;
  }

  /** `parallel` downloads at a time. */
  async install({ jobs, archive, packages }: Installation, parallel = 5): Promise<void> {
    const queue: (() => Promise<unknown>)[] = packages.map((wanted) => () => this.#packages.install(wanted));
    if (archive !== undefined) queue.unshift(() => this.#jobs.install(jobs, archive));
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await next();
    };
    const results = await Promise.allSettled(Array.from({ length: parallel }, worker));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  /** Links what is installed and removes the rest. */
  async enable({ jobs, archive, packages }: Installation): Promise<void> {
    const directories = new Map(packages.map((each) => [each.name, this.#packages.directory(each.name, each.version, each.digest)]));
    for (const [name, directory] of directories) await this.#packages.enable(name, directory);
    if (archive !== undefined) await this.#jobs.enable(jobs, archive, directories);
    await this.#jobs.keepOnly(jobs, archive);
    await this.#packages.keepOnly(directories);
  }
}
