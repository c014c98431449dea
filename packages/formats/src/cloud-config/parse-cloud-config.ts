import { fail } from '../errors.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { CloudConfig } from './cloud-config.js';

export function parseCloudConfig(documents: readonly SourceDocument[]): CloudConfig {
  throw fail('InvalidYaml', String(documents.length));
}
