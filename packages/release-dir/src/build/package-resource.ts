import { lstat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type PackageSpec, parsePackageLock, parsePackageSpec, type SourceDocument } from '@bosh6/formats';
import type { Blob } from '../blobs/blob-list.js';
import { wholeBlob } from '../blobs/whole-blob.js';
import { fail } from '../errors.js';
import { readYamlFile } from '../read-text-file.js';
import { filesBelow } from './files-below.js';
import { isFollowed } from './followed-file.js';
import { globPattern } from './globs.js';
import { fingerprintOf, type Resource, type ResourceFile } from './resource.js';

/** Reads `packages/NAME`: its `spec.lock`; else its packaging scripts and what its globs match below `src/`, then among the blobs. */
export async function packageResource(directory: string, name: string, blobs: readonly Blob[]): Promise<Resource> {
  const root = join(directory, 'packages', name);
  const locked = await readYamlFile(join(root, 'spec.lock'));
  if (locked !== undefined) {
    const { fingerprint, dependencies } = named(name, locked, parsePackageLock(locked));
    return { kind: 'package', name, fingerprint, needs: dependencies };
  }
  const document = await readYamlFile(join(root, 'spec'));
  if (document === undefined)
    throw fail('InvalidReleaseDirectory', `package '${name}' has no spec`, { where: { document: join(root, 'spec') } });
  const spec = named(name, document, parsePackageSpec(document));
  const packaging = await script(directory, root, 'packaging');
  if (packaging === undefined)
    throw fail('InvalidReleaseDirectory', `package '${name}' has no packaging script`, { where: { document: join(root, 'packaging') } });
  const prepare = await script(directory, root, 'pre_packaging');
  const matched = await matchedFiles(directory, document, spec, blobs);
  const files = [packaging, ...(prepare === undefined ? [] : [prepare]), ...matched];
  const fingerprint = await fingerprintOf(files, spec.dependencies);
  const { dependencies: needs, noCompression } = spec;
  return { kind: 'package', name, fingerprint, files, needs, noCompression, ...(prepare === undefined ? {} : { prepare }) };
}

function named<T extends { name: string }>(name: string, document: SourceDocument, spec: T): T {
  if (spec.name === name) return spec;
  throw fail('InvalidReleaseDirectory', `package directory '${name}' has a spec that calls it '${spec.name}'`, {
    where: { document: document.name, pointer: '/name' },
  });
}

async function script(directory: string, root: string, path: string): Promise<ResourceFile | undefined> {
  const file = join(root, path);
  if (!(await isFollowed(directory, file))) return undefined;
  return { path, file, ignoreMode: true, ...(await linked(file)) };
}

async function matchedFiles(
  directory: string,
  document: SourceDocument,
  spec: PackageSpec,
  blobs: readonly Blob[],
): Promise<ResourceFile[]> {
  const files = new Map<string, ResourceFile>();
  const sources = await filesBelow(join(directory, 'src'));
  const refuse = (pointer: string, what: string): Error =>
    fail('InvalidReleaseDirectory', `package '${spec.name}': ${what}`, {
      where: { document: document.name, pointer, ...document.locate(pointer) },
    });
  for (const [index, glob] of spec.files.entries()) {
    const pattern = patternOf(glob, document, `/files/${index}`);
    const matched = sources.filter((path) => pattern.test(path)).map((path): [string, string] => [path, join(directory, 'src', path)]);
    for (const blob of blobs) if (pattern.test(blob.path)) matched.push([blob.path, await wholeBlob(directory, blob)]);
    if (matched.length === 0) throw refuse(`/files/${index}`, `'${glob}' matches nothing below src/ or among the blobs`);
    for (const [path, file] of matched) if (!files.has(path)) files.set(path, { path, file, ...(await linked(file)) });
  }
  for (const [index, glob] of spec.excludedFiles.entries()) {
    const pattern = patternOf(glob, document, `/excluded_files/${index}`);
    for (const path of files.keys()) if (pattern.test(path)) files.delete(path);
  }
  const taken = ['packaging', 'pre_packaging'].find((path) => files.has(path));
  if (taken !== undefined) throw refuse('/files', `'${taken}' may not be among its files: the package's own script has that name`);
  return [...files.values()];
}

/** The original joins a glob to `src/` and tidies the path. */
function patternOf(glob: string, document: SourceDocument, pointer: string): RegExp {
  const where = { document: document.name, pointer, ...document.locate(pointer) };
  const tidy = posix.normalize(glob.replace(/^\/+/, '')).replace(/\/$/, '');
  if (tidy === '..' || tidy.startsWith('../')) throw fail('UnsafePath', `'${glob}' leads out of src/`, { where });
  const pattern = globPattern(tidy);
  if (pattern !== undefined) return pattern;
  throw fail('InvalidReleaseDirectory', `'${glob}' is no glob`, {
    where,
    hint: 'close each [ and {; a backslash takes their meaning away',
  });
}

const linked = async (file: string): Promise<{ link?: true }> => ((await lstat(file)).isSymbolicLink() ? { link: true } : {});
