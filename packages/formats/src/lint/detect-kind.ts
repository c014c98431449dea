import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import type { DocumentKind } from '../schema/kinds.js';

/** Keys that only one kind has at its top, the surest first. */
const signs: readonly [DocumentKind, readonly string[]][] = [
  ['manifest', ['instance_groups', 'stemcells', 'update']],
  ['cpi-config', ['cpis']],
  ['resurrection-config', ['rules']],
  ['cloud-config', ['azs', 'vm_types', 'disk_types', 'vm_extensions', 'networks', 'compilation']],
  ['runtime-config', ['addons', 'releases']],
  ['job-spec', ['templates', 'consumes', 'provides']],
  ['package-spec', ['files', 'excluded_files', 'dependencies']],
];

/** What a text is, by what it holds, or for release specs by its path; undefined when it could be anything. */
export function detectKind(value: Json, path: string): DocumentKind | undefined {
  const [, folder] = /(?:^|\/)(jobs|packages)\/[^/]+\/spec$/.exec(path) ?? [];
  if (folder !== undefined) return folder === 'jobs' ? 'job-spec' : 'package-spec';
  if (Array.isArray(value)) return value.every((item) => isJsonObject(item) && 'path' in item) ? 'ops-file' : undefined;
  // A file of comments alone is a right ops file as well.
  if (value === null) return 'vars-file';
  if (!isJsonObject(value) || isCreateEnv(value)) return undefined;
  const kind = signs.find(([, keys]) => keys.some((key) => Object.hasOwn(value, key)))?.[0];
  return kind ?? (Object.keys(value).length > 0 ? 'vars-file' : undefined);
}

/** A manifest of `create-env` has other keys, and no Director reads it. */
const isCreateEnv = (value: JsonObject): boolean => 'cloud_provider' in value;
