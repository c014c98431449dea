import { fail } from '../errors.js';
import { emitReleaseManifest } from '../release/emit-release-manifest.js';
import { readEntries } from './read-entries.js';
import { readBytes } from './read-text.js';
import type { Digests, ReleaseArchives } from './types.js';
import { type ArchiveEntry, writeArchive } from './write-archive.js';

/**
 * Writes a release tarball of finished archives: release.MF, then what it lists, then the license's files once more.
 * Uncompressed when the manifest says `no_compression`. Appears whole or not at all.
 */
export async function writeRelease(path: string, release: ReleaseArchives): Promise<Digests> {
  const { manifest, licensePath } = release;
  const entries: ArchiveEntry[] = [{ path: 'release.MF', text: emitReleaseManifest(manifest) }];
  for (const [folder, list] of [
    ['jobs', release.jobs],
    ['packages', release.packages],
    ['compiled_packages', release.compiledPackages],
  ] as const) {
    if (list.length > 0) entries.push({ path: folder, directory: true });
    for (const { name, archivePath } of list) {
      if (archivePath === undefined)
        throw fail('InvalidRelease', `release '${manifest.name}' lacks ${folder}/${name}.tgz`, { hint: 'take a whole tarball' });
      entries.push({ path: `${folder}/${name}.tgz`, file: archivePath, mode: 0o644 });
    }
  }
  if (licensePath !== undefined)
    entries.push({ path: 'license.tgz', file: licensePath, mode: 0o644 }, ...(await licenseFiles(licensePath)));
  return writeArchive(path, entries, { compress: !manifest.noCompression });
}

async function licenseFiles(archive: string): Promise<ArchiveEntry[]> {
  const found: ArchiveEntry[] = [];
  await readEntries(archive, 'package', async (entry) => {
    if (entry.type === 'file' && /^(LICENSE|NOTICE)[^/]*$/.test(entry.path))
      found.push({ path: entry.path, text: await readBytes(entry, 'package', archive), mode: 0o644 });
  });
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
