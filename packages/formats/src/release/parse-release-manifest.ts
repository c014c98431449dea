import { z } from 'zod';
import { fail } from '../errors.js';
import { checkShape } from '../shape/check-shape.js';
import { compact, readDocument, versionText } from '../shape/read-document.js';
import { identifier, integer, map, text, texts } from '../shape/schemas.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { CompiledReleasePackage, ReleaseManifest } from './release-manifest.js';
import type { StemcellManifest } from './stemcell-manifest.js';
import { isVersion } from './version.js';

const resource = { name: identifier, version: text, fingerprint: text.optional(), sha1: text };
const packageShape = z.object({ ...resource, dependencies: texts.nullish() });
const releaseShape = z.object({
  name: identifier,
  version: text,
  commit_hash: text.optional(),
  uncommitted_changes: z.boolean().optional(),
  jobs: z.array(z.object({ ...resource, packages: texts.nullish() })).nullish(),
  packages: z.array(packageShape).nullish(),
  compiled_packages: z.array(packageShape.extend({ stemcell: text })).nullish(),
  license: z.object({ version: text, fingerprint: text, sha1: text }).nullish(),
  no_compression: z.boolean().optional(),
});

/** Reads `release.MF` (formats reference 1.2). */
export function parseReleaseManifest(document: SourceDocument): ReleaseManifest {
  return readDocument(document, (root) => {
    const shape = checkShape(releaseShape, root, '');
    const version = versionText(document, '/version', shape.version);
    if (!isVersion(version))
      throw fail('InvalidReleaseVersion', `'${version}' is not a release version`, { where: { pointer: '/version' } });
    const compiled = shape.compiled_packages;
    return compact({
      name: shape.name,
      version,
      commitHash: shape.commit_hash ?? 'unknown',
      uncommittedChanges: shape.uncommitted_changes ?? false,
      jobs: (shape.jobs ?? []).map(({ packages, ...job }) => ({ ...compact({ packages: packages ?? undefined }), ...identified(job) })),
      packages: compiled ? [] : (shape.packages ?? []).map((entry) => ({ ...identified(entry), dependencies: entry.dependencies ?? [] })),
      compiledPackages: compiled?.map((entry, index): CompiledReleasePackage => {
        const slash = entry.stemcell.indexOf('/');
        if (slash < 1) {
          throw fail('InvalidValue', `stemcell '${entry.stemcell}' must be OS/VERSION`, {
            where: { pointer: `/compiled_packages/${index}/stemcell` },
          });
        }
        const stemcell = { os: entry.stemcell.slice(0, slash), version: entry.stemcell.slice(slash + 1) };
        return { ...identified(entry), dependencies: entry.dependencies ?? [], stemcell };
      }),
      license: shape.license ?? undefined,
      noCompression: shape.no_compression ?? false,
    });
  });
}

interface Identified {
  name: string;
  version: string;
  fingerprint: string;
  sha1: string;
}

function identified(entry: { name: string; version: string; fingerprint?: string | undefined; sha1: string }): Identified {
  return { name: entry.name, version: entry.version, fingerprint: entry.fingerprint ?? entry.version, sha1: entry.sha1 };
}

const stemcellShape = z.object({
  name: text,
  version: text,
  operating_system: text.optional(),
  sha1: text,
  api_version: integer.optional(),
  stemcell_formats: texts.optional(),
  cloud_properties: map.optional(),
});

/** Reads `stemcell.MF` (formats reference 2.1). */
export function parseStemcellManifest(document: SourceDocument): StemcellManifest {
  return readDocument(document, (root) => {
    const shape = checkShape(stemcellShape, root, '');
    return compact({
      name: shape.name,
      // Underscores in stemcell versions are dots to BOSH.
      version: versionText(document, '/version', shape.version).replaceAll('_', '.'),
      operatingSystem: shape.operating_system ?? shape.name,
      sha1: shape.sha1,
      apiVersion: shape.api_version ?? 1,
      stemcellFormats: shape.stemcell_formats,
      cloudProperties: shape.cloud_properties ?? {},
    });
  });
}
