import { fail } from '../errors.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { Manifest } from './manifest.js';

export function parseManifest(document: SourceDocument): Manifest {
  throw fail('InvalidYaml', document.name);
}
