import { createHash } from 'node:crypto';
import { readlink, stat } from 'node:fs/promises';
import { digestFile } from '../digest.js';
import type { ArchiveEntry } from '../write-archive.js';
import { byBytes } from './globs.js';

/** One file of a job or package: where it goes in the archive, where it is. */
export interface ResourceFile {
  path: string;
  file: string;
  /** A link kept as a link (packages); jobs and licenses follow theirs. */
  link?: boolean;
  /** `packaging` and licenses: the mode does not count. */
  ignoreMode?: boolean;
}

/** A job, package or license of a release directory, ready to be archived. */
export interface Resource {
  name: string;
  fingerprint: string;
  files: ResourceFile[];
  /** A package's dependencies, or a job's packages. */
  needs: string[];
}

/** Hashes a resource as the original CLI does (as bosh-cli): the same content has the same fingerprint in both. */
export async function fingerprintOf(files: readonly ResourceFile[], dependencies: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update('v2');
  for (const file of [...files].sort((a, b) => byBytes(a.path, b.path))) {
    hash.update(file.path);
    if (file.link === true) {
      const target = createHash('sha256')
        .update(await readlink(file.file))
        .digest('hex');
      hash.update(`sha256:${target}`).update('symlink');
      continue;
    }
    hash.update(`sha256:${(await digestFile(file.file)).sha256}`);
    if (file.ignoreMode !== true) hash.update(((await stat(file.file)).mode & 0o111) === 0 ? '100644' : '100755');
  }
  return hash.update([...dependencies].sort(byBytes).join(',')).digest('hex');
}

/** The archive's entries, sorted by path, each directory before what is in it. */
export async function archiveEntries(resource: Resource): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  const directories = new Set<string>();
  for (const { path, file, link } of [...resource.files].sort((a, b) => byBytes(a.path, b.path))) {
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      const directory = path.slice(0, slash);
      if (!directories.has(directory)) entries.push({ path: `./${directory}`, directory: true });
      directories.add(directory);
    }
    entries.push(link === true ? { path: `./${path}`, symlink: await readlink(file) } : { path: `./${path}`, file });
  }
  return entries;
}
