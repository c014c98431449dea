import { mkdir, rm, stat } from 'node:fs/promises';
import type { BlobFetcher } from '../blobs/blob-fetcher.js';
import type { Layout } from '../layout.js';
import { build, bundleName, link, namesIn } from './bundle.js';
import { unpack } from './unpack.js';

/** A package to be on this machine. */
export interface InstallablePackage {
  name: string;
  version: string;
  digest: string;
  blobstoreId?: string | null | undefined;
  signedUrl?: string | null | undefined;
  headers?: Record<string, string> | null | undefined;
}

/** Packages under data/packages/<name>/<bundle>, current ones linked in packages/<name>. */
export class PackageInstaller {
  readonly #layout: Layout;
  readonly #blobs: BlobFetcher;

  constructor(layout: Layout, blobs: BlobFetcher) {
    this.#layout = layout;
    this.#blobs = blobs;
  }

  directory(name: string, version: string, digest?: string): string {
    return this.#layout.data('packages', name, bundleName(version, digest));
  }

  /** Fetches and unpacks it unless it is here. */
  async install(wanted: InstallablePackage): Promise<string> {
    const directory = this.directory(wanted.name, wanted.version, wanted.digest);
    if (await isDirectory(directory)) return directory;
    const what = `package ${wanted.name}/${wanted.version}`;
    const blob = await this.#blobs.fetch({
      what,
      digest: wanted.digest,
      blobstoreId: wanted.blobstoreId,
      signedUrl: wanted.signedUrl,
      headers: wanted.headers,
    });
    try {
      await build(directory, (partial) => unpack(blob.path, partial, what));
    } finally {
      await blob.release();
    }
    return directory;
  }

  async enable(name: string, directory: string): Promise<void> {
    await link(this.#layout.packages(name), directory);
  }

  /** Removes links and bundles that are not in `keep` (bundle directories). */
  async keepOnly(keep: ReadonlyMap<string, string>): Promise<void> {
    for (const name of await namesIn(this.#layout.packages()))
      if (!keep.has(name)) await rm(this.#layout.packages(name), { force: true, recursive: true });
    for (const name of await namesIn(this.#layout.data('packages'))) {
      const kept = keep.get(name);
      if (kept === undefined) await rm(this.#layout.data('packages', name), { recursive: true, force: true });
      for (const bundle of kept === undefined ? [] : await namesIn(this.#layout.data('packages', name))) {
        const path = this.#layout.data('packages', name, bundle);
        if (path !== kept) await rm(path, { recursive: true, force: true });
      }
    }
  }

  /** An empty bundle for a package about to be compiled; linked. */
  async prepareTarget(name: string, version: string): Promise<string> {
    const directory = this.directory(name, version);
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true, mode: 0o755 });
    await this.enable(name, directory);
    return directory;
  }
}

export async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
