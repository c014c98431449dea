import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../../errors.js';
import { parsePackageSpec } from '../../release/parse-job-spec.js';
import type { Blobs } from './blobs.js';
import { filesBelow, globPattern } from './globs.js';
import { readTextFile, readYamlFile } from './read-text-file.js';
import { fingerprintOf, type Resource, type ResourceFile } from './resource.js';

/** Reads `packages/NAME`: its packaging script and what its globs match below `src/`, then among the blobs. */
export async function packageResource(directory: string, name: string, blobs: Blobs): Promise<Resource> {
  const root = join(directory, 'packages', name);
  const document = await readYamlFile(join(root, 'spec'));
  if (document === undefined)
    throw fail('InvalidReleaseDirectory', `package '${name}' has no spec`, { where: { document: join(root, 'spec') } });
  const spec = parsePackageSpec(document);
  if (spec.name !== name)
    throw fail('InvalidReleaseDirectory', `package directory '${name}' has a spec that calls it '${spec.name}'`, {
      where: { document: document.name, pointer: '/name' },
    });
  const packaging = join(root, 'packaging');
  if ((await readTextFile(packaging)) === undefined)
    throw fail('InvalidReleaseDirectory', `package '${name}' has no packaging script`, { where: { document: packaging } });
  if ((await readTextFile(join(root, 'pre_packaging'))) !== undefined) {
    throw fail('InvalidReleaseDirectory', `package '${name}' has a pre_packaging script, which is not run here`, {
      where: { document: join(root, 'pre_packaging') },
      hint: 'do its work in packaging',
    });
  }
  const files = new Map<string, ResourceFile>();
  const sources = await filesBelow(join(directory, 'src'));
  for (const [index, glob] of spec.files.entries()) {
    const pattern = globPattern(glob);
    const matched = sources.filter((path) => pattern.test(path)).map((path): [string, string] => [path, join(directory, 'src', path)]);
    for (const path of blobs.paths) if (pattern.test(path)) matched.push([path, await blobs.fileOf(path)]);
    if (matched.length === 0) {
      throw fail('InvalidReleaseDirectory', `package '${name}': '${glob}' matches nothing below src/ or among the blobs`, {
        where: { document: document.name, pointer: `/files/${index}`, ...document.locate(`/files/${index}`) },
      });
    }
    for (const [path, file] of matched) {
      if (!files.has(path)) files.set(path, { path, file, ...((await lstat(file)).isSymbolicLink() ? { link: true } : {}) });
    }
  }
  for (const glob of spec.excludedFiles) {
    const pattern = globPattern(glob);
    for (const path of files.keys()) if (pattern.test(path)) files.delete(path);
  }
  const all = [{ path: 'packaging', file: packaging, ignoreMode: true }, ...files.values()];
  return { name, fingerprint: await fingerprintOf(all, spec.dependencies), files: all, needs: spec.dependencies };
}
