import { isJsonObject, type JsonObject } from '@bosh6/base';
import { parseYaml } from '@bosh6/formats';
import { fail } from '../errors.js';

/** A manifest's text as a map. Throws `ManifestInvalid`, or the YAML's own error. */
export function manifestMap(text: unknown): JsonObject {
  if (typeof text !== 'string' || text.trim() === '') throw fail('ManifestInvalid', 'the manifest is empty');
  const { value } = parseYaml(text, 'manifest');
  if (isJsonObject(value)) return value;
  throw fail('ManifestInvalid', 'the manifest is not a map of keys to values', { where: { document: 'manifest', pointer: '' } });
}
