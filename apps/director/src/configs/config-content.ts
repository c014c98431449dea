import { isJsonObject, type JsonObject } from '@bosh6/base';
import { parseYaml } from '@bosh6/formats';
import { fail } from '../errors.js';

/** A config's text as a map. Throws `ConfigContentInvalid`, or the YAML's own error. */
export function contentOf(text: string, name: string): JsonObject {
  const { value } = parseYaml(text, name);
  if (isJsonObject(value)) return value;
  throw fail('ConfigContentInvalid', `${name} is not a map of keys to values`, { where: { document: name, pointer: '' } });
}
