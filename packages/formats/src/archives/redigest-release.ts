import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReleaseManifest } from '../release/release-manifest.js';
import { digestFile } from './digest.js';
import { readRelease } from './read-release.js';
import { writeRelease } from './write-release.js';

/**
 * `sha1ify-release` and `sha2ify-release`: writes a release tarball again whose manifest holds digests of the other kind. Archives and
 * fingerprints stay; each archive is checked against its old digest before. Throws what `readRelease` does.
 */
export async function redigestRelease(from: string, to: string, algorithm: 'sha1' | 'sha256'): Promise<ReleaseManifest> {
  const work = await mkdtemp(join(tmpdir(), 'bosh6-release-'));
  try {
    const release = await readRelease(from, work);
    const { manifest } = release;
    await renew(manifest.jobs, release.jobs, algorithm);
    await renew(manifest.packages, release.packages, algorithm);
    await renew(manifest.compiledPackages ?? [], release.compiledPackages, algorithm);
    if (manifest.license !== undefined) await renew([manifest.license], [{ archivePath: release.licensePath }], algorithm);
    await writeRelease(to, release);
    return manifest;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function renew(
  entries: { sha1: string }[],
  archives: readonly { archivePath?: string | undefined }[],
  algorithm: 'sha1' | 'sha256',
): Promise<void> {
  for (const [at, entry] of entries.entries()) {
    const archive = archives[at]?.archivePath;
    if (archive === undefined) continue;
    const digests = await digestFile(archive);
    entry.sha1 = algorithm === 'sha1' ? digests.sha1 : `sha256:${digests.sha256}`;
  }
}
