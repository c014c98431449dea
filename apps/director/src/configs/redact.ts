import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { withoutCredentials } from '../downloads/url-credentials.js';

const hidden = '<redacted>';

/** Whether scalars below this key may be secret. */
export const hidesBelow = (key: string): boolean => key === 'properties' || key === 'bosh';

/** The map without what may be secret: scalars below `properties` and `bosh` (everywhere when `inside` one), and credentials in releases' URLs. */
export function redact(value: JsonObject, inside = false): JsonObject {
  return walk(value, inside) as JsonObject;
}

function walk(value: Json, inside: boolean, key?: string): Json {
  if (Array.isArray(value)) return value.map((item) => walk(item, inside));
  if (isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, inside || hidesBelow(name), name)]));
  }
  if (inside) return hidden;
  return key === 'url' && typeof value === 'string' ? withoutCredentials(value, `${hidden}@`) : value;
}
