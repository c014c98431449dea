import { z } from 'zod';
import { fail } from '../errors.js';
import type { Addon, VariableDefinition } from '../manifest/manifest.js';
import { parseAddons } from '../manifest/parse-addons.js';
import { parseVariables } from '../manifest/parse-variables.js';
import { isLatest } from '../release/version.js';
import { checkShape } from '../shape/check-shape.js';
import { readDocument, versionText } from '../shape/read-document.js';
import { text, textMap } from '../shape/schemas.js';
import { locateError } from '../yaml/locate-error.js';
import type { SourceDocument, Sourced } from '../yaml/source-document.js';

/** One runtime config. Plain data. */
export interface RuntimeConfig {
  releases: ({ name: string; version: string } & Sourced)[];
  addons: Addon[];
  variables: VariableDefinition[];
  tags: Record<string, string>;
}

const releasesShape = z.array(z.object({ name: text, version: text })).optional();

/** Reads one runtime config (formats reference 3.11); versions must be exact (530001), addons' releases listed (530002). */
export function parseRuntimeConfig(document: SourceDocument): RuntimeConfig {
  return readDocument(document, (root) => {
    const releases = (checkShape(releasesShape, root.releases, '/releases') ?? []).map(({ name, version }, index) => {
      const pointer = `/releases/${index}`;
      if (isLatest(version))
        throw fail('RuntimeReleaseLatest', `release '${name}' has version '${version}'`, { where: { pointer: `${pointer}/version` } });
      return { name, version: versionText(document, `${pointer}/version`, version), pointer, document: document.name };
    });
    const addons = parseAddons(root.addons, releases, 'runtime-config');
    const here = <T extends object>(entry: T): T & { document: string } => ({ ...entry, document: document.name });
    return {
      releases,
      addons: addons.map((addon) => ({ ...addon, jobs: addon.jobs.map(here) })),
      variables: parseVariables(root.variables, '/variables').map(here),
      tags: checkShape(textMap.optional(), root.tags, '/tags') ?? {},
    };
  });
}

/** Reads all runtime configs that count for a deployment; each stands for itself, but `tags` may be in one only (530006). */
export function parseRuntimeConfigs(documents: readonly SourceDocument[]): RuntimeConfig[] {
  const configs = documents.map(parseRuntimeConfig);
  const [first, second] = documents.filter((_, at) => Object.keys(configs[at]?.tags ?? {}).length > 0);
  if (first === undefined || second === undefined) return configs;
  const taken = fail('RuntimeTagsTaken', `'tags' are in '${first.name}' already`, { where: { pointer: '/tags' } });
  throw locateError(taken, second);
}
