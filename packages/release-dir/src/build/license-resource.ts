import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byBytes } from './files-below.js';
import { fingerprintOf, type Resource, type ResourceFile } from './resource.js';

/** `LICENSE*` and `NOTICE*` of a release directory; undefined when there are none. */
export async function licenseResource(directory: string): Promise<Resource | undefined> {
  const names = (await readdir(directory)).filter((name) => /^(LICENSE|NOTICE)/.test(name)).sort(byBytes);
  const files: ResourceFile[] = [];
  for (const path of names) {
    const file = join(directory, path);
    const entry = await lstat(file);
    if (!entry.isDirectory()) files.push({ path, file, ignoreMode: true, ...(entry.isSymbolicLink() ? { link: true } : {}) });
  }
  if (files.length === 0) return undefined;
  return { kind: 'license', name: 'license', fingerprint: await fingerprintOf(files, []), files, needs: [] };
}
