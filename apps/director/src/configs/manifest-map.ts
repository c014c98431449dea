import { isJsonObject, type JsonObject } from '@bosh6/base';
import { parseYaml } from '@bosh6/formats';
import { fail } from '../errors.js';

/** The text of a manifest, or of what `document` says, as a map. Throws `ManifestInvalid`, or the YAML's own error. */
export function manifestMap(text: unknown, document = 'manifest'): JsonObject {
  if (typeof text !== 'string' || text.trim() === '') throw fail('ManifestInvalid', `the ${document} is empty`);
  const { value } = parseYaml(text, document);
  if (isJsonObject(value)) return value;
  throw fail('ManifestInvalid', `the ${document} is not a map of keys to values`, { where: { document, pointer: '' } });
}
