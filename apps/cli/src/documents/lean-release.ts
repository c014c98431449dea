import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '@bosh6/base';
import type { Director } from '@bosh6/director-api/client';
import { emitReleaseManifest } from '@bosh6/formats';

/** Uses a release tarball without the packages that the Director has; the tarball itself where it wants all of it, or cannot say. */
export async function withLeanRelease(director: Director, path: string, use: (path: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'bosh6-upload-'));
  try {
    await use((await leave(director, path, directory)) ?? path);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function leave(director: Director, path: string, directory: string): Promise<string | undefined> {
  const { readRelease, writeRelease } = await import('@bosh6/formats/archives');
  try {
    const release = await readRelease(path, directory);
    const { manifest, packages, compiledPackages } = release;
    const compiled = manifest.compiledPackages !== undefined;
    const known = new Set(await director.releases.matches(emitReleaseManifest(manifest), { compiled }));
    const wanted = <T extends Package>(list: readonly T[]): T[] =>
      list.filter(({ fingerprint, archivePath }) => archivePath !== undefined && !known.has(fingerprint));
    if (known.size === 0) return undefined;
    const lean = join(directory, 'lean.tgz');
    await writeRelease(lean, { ...release, packages: wanted(packages), compiledPackages: wanted(compiledPackages) });
    return lean;
  } catch (error) {
    // What is wrong with the file, or with who asks, is for the upload to say.
    if (CodedError.is(error)) return undefined;
    throw error;
  }
}

interface Package {
  readonly fingerprint: string;
  readonly archivePath?: string;
}
