import { z } from 'zod';
import { fail } from '../errors.js';
import type { Addon, VariableDefinition } from '../manifest/manifest.js';
import { parseAddons } from '../manifest/parse-addons.js';
import { parseVariables } from '../manifest/parse-variables.js';
import { isLatest } from '../release/version.js';
import { checkShape } from '../shape/check-shape.js';
import { readDocument, versionText } from '../shape/read-document.js';
import { text, textMap } from '../shape/schemas.js';
import type { Located, SourceDocument } from '../yaml/source-document.js';

/** One runtime config. Plain data. */
export interface RuntimeConfig {
  releases: ({ name: string; version: string } & Located)[];
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
      return { name, version: versionText(document, `${pointer}/version`, version), pointer };
    });
    return {
      releases,
      addons: parseAddons(root.addons, releases, 'runtime-config'),
      variables: parseVariables(root.variables, '/variables'),
      tags: checkShape(textMap.optional(), root.tags, '/tags') ?? {},
    };
  });
}
