import type { JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { fail } from '../errors.js';
import { checkShape } from '../shape/check-shape.js';
import { compact, readDocument, versionText } from '../shape/read-document.js';
import { identifier, map, text, textMap } from '../shape/schemas.js';
import { childPointer } from '../yaml/pointer.js';
import type { SourceDocument } from '../yaml/source-document.js';
import { canonicalName } from './canonical-name.js';
import { checkMigrations } from './check-migrations.js';
import type { InstanceGroup, Manifest, ManifestRelease, ManifestStemcell, UpdatePolicy } from './manifest.js';
import { parseAddons, requireReleases } from './parse-addons.js';
import { parseInstanceGroup } from './parse-instance-group.js';
import { parseUpdate } from './parse-update.js';
import { parseFeatures, parseVariables } from './parse-variables.js';

const list = z.array(z.unknown());
const osVersion = z.object({ os: text, version: text });
/** One entry of `releases`. */
export const releaseShape = z.object({
  name: text,
  version: text,
  url: text.optional(),
  sha1: text.optional(),
  stemcell: osVersion.optional(),
  exported_from: z.array(osVersion).optional(),
});
/** One entry of `stemcells`. */
export const stemcellShape = z.object({ alias: text, os: text.optional(), name: text.optional(), version: text });

/**
 * Reads a deployment manifest (formats reference 3.1 to 3.9). The first thing wrong is thrown with BOSH's number, document, pointer, line and column.
 * What needs a Director's state (AZs, networks, uploaded releases) is checked by the plan.
 */
export function parseManifest(document: SourceDocument): Manifest {
  return readDocument(document, (root) => {
    const name = checkShape(text, root.name, '/name');
    refuseRemoved(root);
    const stemcells = parseStemcells(root, document);
    const properties = checkShape(map.optional(), root.properties, '/properties') ?? {};
    const releases = parseReleases(root, document);
    const update = parseUpdate(root.update, '/update');
    const variables = parseVariables(root.variables, '/variables');
    const features = parseFeatures(root.features, '/features');
    const instanceGroups = parseGroups(root, update, stemcells, releases);
    const addons = parseAddons(root.addons, releases, 'manifest');
    const tags = checkShape(textMap.optional(), root.tags, '/tags') ?? {};
    return { name, releases, stemcells, update, instanceGroups, addons, variables, features, tags, properties, pointer: '' };
  });
}

function refuseRemoved(root: JsonObject): void {
  const at = (key: string): { where: { pointer: string } } => ({ where: { pointer: `/${key}` } });
  if ('jobs' in root) throw fail('JobsKeyRemoved', "'jobs' is no longer a key of a manifest", at('jobs'));
  if ('networks' in root) throw fail('NetworksKeyRemoved', "'networks' is no longer a key of a manifest", at('networks'));
  if ('disk_pools' in root) throw fail('DiskPoolsKeyRemoved', "'disk_pools' is no longer a key of a manifest", at('disk_pools'));
  if ('resource_pools' in root)
    throw fail('ResourcePoolsKeyRemoved', "'resource_pools' is no longer a key of a manifest", at('resource_pools'));
  for (const key of ['vm_types', 'azs', 'disk_types', 'compilation']) {
    if (key in root) throw fail('CloudConfigKeyInManifest', `'${key}' is not a key of a manifest`, at(key));
  }
}

function parseStemcells(root: JsonObject, document: SourceDocument): ManifestStemcell[] {
  const entries = checkShape(list.optional(), root.stemcells, '/stemcells') ?? [];
  if (entries.length === 0)
    throw fail('MissingStemcells', "the manifest needs at least one entry under 'stemcells'", { where: { pointer: '/stemcells' } });
  const seen = new Set<string>();
  return entries.map((entry, index) => {
    const pointer = `/stemcells/${index}`;
    const shape = checkShape(stemcellShape, entry, pointer);
    if (shape.os === undefined && shape.name === undefined) {
      throw fail('MissingProperty', `stemcell '${shape.alias}' needs 'os' or 'name'`, { where: { pointer } });
    }
    if (shape.os !== undefined && shape.name !== undefined) {
      throw fail('InvalidValue', `stemcell '${shape.alias}' has both 'os' and 'name'; only one is possible`, { where: { pointer } });
    }
    if (seen.has(shape.alias))
      throw fail('StemcellAliasTaken', `stemcell alias '${shape.alias}' is used twice`, { where: { pointer: `${pointer}/alias` } });
    seen.add(shape.alias);
    return compact({ ...shape, version: versionText(document, `${pointer}/version`, shape.version), pointer });
  });
}

function parseReleases(root: JsonObject, document: SourceDocument): ManifestRelease[] {
  if ('release' in root && 'releases' in root)
    throw fail('AmbiguousReleases', "the manifest has both 'release' and 'releases'", { where: { pointer: '/release' } });
  const single = 'release' in root;
  const entries = single ? [root.release] : checkShape(list, root.releases, '/releases');
  const seen = new Set<string>();
  return entries.map((entry, index) => {
    const pointer = single ? '/release' : `/releases/${index}`;
    const { exported_from: exportedFrom, ...shape } = checkShape(releaseShape, entry, pointer);
    checkShape(identifier, shape.name, `${pointer}/name`);
    if (seen.has(shape.name))
      throw fail('ReleaseNameTaken', `release '${shape.name}' is listed twice`, { where: { pointer: `${pointer}/name` } });
    seen.add(shape.name);
    return compact({
      ...shape,
      version: versionText(document, `${pointer}/version`, shape.version),
      exportedFrom: exportedFrom ?? [],
      pointer,
    });
  });
}

function parseGroups(root: JsonObject, update: UpdatePolicy, stemcells: ManifestStemcell[], releases: ManifestRelease[]): InstanceGroup[] {
  const entries = checkShape(list.optional(), root.instance_groups, '/instance_groups') ?? [];
  const seen = new Map<string, string>();
  const groups = entries.map((entry, index) => {
    const pointer = childPointer('/instance_groups', index);
    const group = parseInstanceGroup(entry, pointer, update);
    const canonical = canonicalName(group.name);
    const other = seen.get(canonical);
    if (other !== undefined) {
      const what = other === group.name ? 'is used twice' : `is '${canonical}' in canonical form, as is '${other}'`;
      throw fail('InstanceGroupNameTaken', `instance group name '${group.name}' ${what}`, { where: { pointer: `${pointer}/name` } });
    }
    seen.set(canonical, group.name);
    if (!stemcells.some((stemcell) => stemcell.alias === group.stemcell)) {
      const known = stemcells.map((stemcell) => `'${stemcell.alias}'`).join(', ');
      throw fail(
        'UnknownStemcell',
        `instance group '${group.name}' uses stemcell '${group.stemcell}', but the manifest's aliases are ${known}`,
        { where: { pointer: `${pointer}/stemcell` } },
      );
    }
    requireReleases(group.jobs, releases, 'UnknownRelease');
    return group;
  });
  checkMigrations(groups);
  return groups;
}
