import { fail } from '../errors.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { ReleaseManifest } from './release-manifest.js';
import type { StemcellManifest } from './stemcell-manifest.js';

export function parseReleaseManifest(document: SourceDocument): ReleaseManifest {
  throw fail('InvalidYaml', document.name);
}
export function parseStemcellManifest(document: SourceDocument): StemcellManifest {
  throw fail('InvalidYaml', document.name);
}
