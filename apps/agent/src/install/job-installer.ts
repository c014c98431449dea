import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobFetcher, BlobReference } from '../blobs/blob-fetcher.js';
import { fail } from '../errors.js';
import type { Layout } from '../layout.js';
import type { Platform } from '../platform/platform.js';
import { build, bundleName, link, namesIn } from './bundle.js';
import { isDirectory } from './package-installer.js';
import { unpack } from './unpack.js';

export interface InstallableJob {
  name: string;
  version: string;
}

/** Rendered jobs under data/jobs/<name>/<bundle>, current ones linked in jobs/<name>. All jobs of an instance come in one archive. */
export class JobInstaller {
  readonly #layout: Layout;
  readonly #blobs: BlobFetcher;
  readonly #platform: Platform;

  constructor(layout: Layout, blobs: BlobFetcher, platform: Platform) {
    this.#layout = layout;
    this.#blobs = blobs;
    this.#platform = platform;
  }

  directory(job: InstallableJob, archive: BlobReference): string {
    return this.#layout.data('jobs', job.name, bundleName(job.version, archive.digest));
  }

  /** Fetches the archive and installs the jobs that are not here; nothing is linked. */
  async install(jobs: readonly InstallableJob[], archive: BlobReference): Promise<void> {
    const missing: InstallableJob[] = [];
    for (const job of jobs) if (!(await isDirectory(this.directory(job, archive)))) missing.push(job);
    if (missing.length === 0) return;
    const blob = await this.#blobs.fetch(archive);
    const staging = join(this.#layout.temporary, `jobs-${bundleName(archive.digest)}`);
    try {
      await rm(staging, { recursive: true, force: true });
      await mkdir(staging, { recursive: true, mode: 0o700 });
      await unpack(blob.path, staging, archive.what);
      for (const job of missing) {
        const unpacked = join(staging, job.name);
        if (!(await isDirectory(unpacked))) throw fail('UnpackFailed', `${archive.what} holds nothing for job ${job.name}`);
        await build(this.directory(job, archive), async (partial) => {
          await rm(partial, { recursive: true });
          await rename(unpacked, partial);
          await this.#settle(partial);
        });
      }
    } finally {
      await rm(staging, { recursive: true, force: true });
      await blob.release();
    }
  }

  /** Links the jobs, their packages and their directories. */
  async enable(jobs: readonly InstallableJob[], archive: BlobReference, packages: ReadonlyMap<string, string>): Promise<void> {
    for (const job of jobs) {
      const directory = this.directory(job, archive);
      await mkdir(join(directory, 'packages'), { recursive: true, mode: 0o750 });
      await this.#platform.giveToVcapGroup(join(directory, 'packages'));
      for (const [name, target] of packages) await link(join(directory, 'packages', name), target);
      for (const name of await namesIn(join(directory, 'packages'))) {
        if (!packages.has(name)) await rm(join(directory, 'packages', name), { force: true, recursive: true });
      }
      await this.makeDirectories(job.name);
      await link(this.#layout.jobs(job.name), directory);
    }
  }

  /** The directories that a job may write to: root:vcap, 0770. */
  async makeDirectories(job: string): Promise<void> {
    for (const path of [this.#layout.data('sys', 'log', job), this.#layout.data('sys', 'run', job), this.#layout.data(job)]) {
      await mkdir(path, { recursive: true });
      await chmod(path, 0o770);
      await this.#platform.giveToVcapGroup(path);
    }
  }

  async keepOnly(jobs: readonly InstallableJob[], archive: BlobReference | undefined): Promise<void> {
    const keep = new Map(archive === undefined ? [] : jobs.map((job) => [job.name, this.directory(job, archive)]));
    for (const name of await namesIn(this.#layout.jobs()))
      if (!keep.has(name)) await rm(this.#layout.jobs(name), { force: true, recursive: true });
    for (const name of await namesIn(this.#layout.data('jobs'))) {
      for (const bundle of await namesIn(this.#layout.data('jobs', name))) {
        const path = this.#layout.data('jobs', name, bundle);
        if (keep.get(name) !== path) await rm(path, { recursive: true, force: true });
      }
    }
  }

  /** Templates may arrive with any mode; secrets are in them, so others read nothing. */
  async #settle(directory: string, executable = false): Promise<void> {
    await chmod(directory, 0o750);
    await this.#platform.giveToVcapGroup(directory);
    for (const entry of await readdir(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) await this.#settle(path, executable || entry.name === 'bin');
      else if (entry.isFile()) {
        await chmod(path, executable ? 0o750 : 0o640);
        await this.#platform.giveToVcapGroup(path);
      }
    }
  }
}
