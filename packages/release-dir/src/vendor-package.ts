import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emitYaml, newestVersion, parseReleaseManifest, type ReleaseManifest } from '@bosh6/formats';
import { obtainArchive } from './build/obtain-archive.js';
import type { Resource } from './build/resource.js';
import { nameOf, readConfig } from './config.js';
import { fail } from './errors.js';
import type { Authoring } from './events.js';
import { blobstoreFor, finalizeArchives } from './finalize-archives.js';
import { manifestPath, recordedVersions } from './indexes/release-index.js';
import { resourcesOf } from './pack-release.js';
import { checkName, placeInside } from './place.js';
import { readYamlFile } from './read-text-file.js';
import { workshopOf } from './workshop.js';
import { whole } from './write-whole.js';

/**
 * `vendor-package`: takes a package with all that it depends on from the newest release of another directory into this one: their archives
 * become final builds here, and `packages/[PREFIX-]NAME` holds only a `spec.lock`. Throws `PackageNotFound`, and those of the blobstores.
 */
export async function vendorPackage(
  releaseDir: string,
  sourceDir: string,
  name: string,
  { prefix = '', ...options }: Authoring & { prefix?: string } = {},
): Promise<void> {
  const [target, source] = [workshopOf(releaseDir, options), workshopOf(sourceDir, options)];
  const prefixed = (plain: string): string => checkName(prefix === '' ? plain : `${prefix}-${plain}`, 'package');
  const release = await newestRelease(source.directory);
  for (const resource of withDependencies(resourcesOf(release), name)) {
    const found = await obtainArchive(source, resource);
    const vendored = { ...found, resource: { ...resource, name: prefixed(resource.name), needs: resource.needs.map(prefixed) } };
    await finalizeArchives(target, [vendored], await blobstoreFor(target, [vendored]));
    const { name: as, fingerprint, needs } = vendored.resource;
    const folder = await placeInside(target.directory, `packages/${as}`);
    const lock = emitYaml(
      { name: as, fingerprint, ...(needs.length === 0 ? {} : { dependencies: needs }) },
      { sortKeys: false, like: 'go' },
    );
    await whole(folder, async (partial) => {
      await mkdir(partial);
      await writeFile(join(partial, 'spec.lock'), lock);
      await rm(folder, { recursive: true, force: true });
    });
  }
}

/** The package and all below it, what others need first. */
function withDependencies(resources: readonly Resource[], name: string): Resource[] {
  const seen = new Set<string>();
  const ordered: Resource[] = [];
  const visit = (wanted: string): void => {
    if (seen.has(wanted)) return;
    seen.add(wanted);
    const found = resources.find((resource) => resource.kind === 'package' && resource.name === wanted);
    if (found === undefined) throw fail('PackageNotFound', `the newest release there has no package '${wanted}'`);
    for (const need of found.needs) visit(need);
    ordered.push(found);
  };
  visit(name);
  return ordered;
}

async function newestRelease(directory: string): Promise<ReleaseManifest> {
  const name = nameOf(await readConfig(directory), directory);
  const final = await recordedVersions(directory, 'final', name);
  const dev = await recordedVersions(directory, 'dev', name);
  const newest = newestVersion([...dev, ...final]);
  const document =
    newest === undefined ? undefined : await readYamlFile(manifestPath(directory, dev.includes(newest) ? 'dev' : 'final', name, newest));
  if (document === undefined) {
    throw fail('PackageNotFound', `'${directory}' has neither a dev nor a final release`, {
      where: { document: directory },
      hint: 'make one there with `create-release`',
    });
  }
  return parseReleaseManifest(document);
}
