import { createHash } from 'node:crypto';
import { lstat, readlink } from 'node:fs/promises';
import { type ArchiveEntry, digestFile } from '@bosh6/formats/archives';
import type { ArchiveKind } from '../indexes/archive-index.js';
import { byBytes } from './files-below.js';

/** One file of a job or package: where it goes in the archive, where it is. */
export interface ResourceFile {
  path: string;
  file: string;
  /** A link kept as a link (packages, licenses); jobs follow theirs. */
  link?: boolean;
  /** `packaging` and licenses: the mode does not count. */
  ignoreMode?: boolean;
}

/** A job, package or license of a release directory: what its archive will hold. */
export interface Resource {
  kind: ArchiveKind;
  name: string;
  fingerprint: string;
  /** Absent for a package that only `spec.lock` speaks of: its archive must be there. */
  files?: ResourceFile[];
  /** A package's dependencies, or a job's packages. */
  needs: string[];
  /** A script among the files that runs before they are archived, and is left out then. */
  prepare?: ResourceFile;
  noCompression?: boolean;
}

/** Hashes a resource as the original CLI does: the same content has the same fingerprint in both. */
export async function fingerprintOf(files: readonly ResourceFile[], dependencies: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update('v2');
  for (const file of [...files].sort((a, b) => byBytes(a.path, b.path))) {
    const content = file.link === true ? sha256(await readlink(file.file)) : (await digestFile(file.file)).sha256;
    hash.update(`${file.path}sha256:${content}`);
    if (file.ignoreMode !== true) hash.update(file.link === true ? 'symlink' : modeOf(await isExecutable(file.file)));
  }
  return hash.update([...dependencies].sort(byBytes).join(',')).digest('hex');
}

/** The archive's entries, sorted by path, each directory before what is in it. */
export async function archiveEntries(files: readonly ResourceFile[]): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  const directories = new Set<string>();
  for (const { path, file, link } of [...files].sort((a, b) => byBytes(a.path, b.path))) {
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      const directory = path.slice(0, slash);
      if (!directories.has(directory)) entries.push({ path: `./${directory}`, directory: true });
      directories.add(directory);
    }
    if (link === true) entries.push({ path: `./${path}`, symlink: await readlink(file) });
    else entries.push({ path: `./${path}`, file, mode: (await isExecutable(file)) ? 0o755 : 0o644 });
  }
  return entries;
}

/** A link that is followed counts as executable, whatever it points to (as bosh-cli). */
const isExecutable = async (file: string): Promise<boolean> => ((await lstat(file)).mode & 0o111) !== 0;
const modeOf = (executable: boolean): string => (executable ? '100755' : '100644');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
