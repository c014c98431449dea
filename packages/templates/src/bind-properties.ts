import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { fail } from './errors.js';
import type { JobSpecProperties } from './types.js';

/**
 * A job's properties as its templates see them: for each declared dotted name the manifest's value, else the default; null in
 * the manifest takes the default too, what is not declared is dropped (bosh.io/docs). Throws JobPropertyNotAMap (80009).
 */
export function bindProperties(declared: JobSpecProperties, manifest: JsonObject): JsonObject {
  const bound: JsonObject = {};
  for (const [name, { default: fallback = null }] of Object.entries(declared)) {
    const keys = name.split('.');
    // Copied: `a` and `a.b` may both be declared, and the second is written into the first.
    put(bound, keys, structuredClone(lookUp(manifest, keys, name) ?? fallback));
  }
  return bound;
}

function lookUp(manifest: JsonObject, keys: readonly string[], name: string): Json | undefined {
  let value: Json | undefined = manifest;
  for (const [depth, key] of keys.entries()) {
    if (value === null || value === undefined) return undefined;
    if (!isJsonObject(value)) {
      const pointer = keys.slice(0, depth).map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      throw fail('JobPropertyNotAMap', `property '${name}' needs a map at '${keys.slice(0, depth).join('.')}'`, {
        where: { pointer: pointer.join('') },
      });
    }
    value = Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

function put(target: JsonObject, keys: readonly string[], value: Json): void {
  const last = keys.at(-1) ?? '';
  let map = target;
  for (const key of keys.slice(0, -1)) {
    const next = Object.hasOwn(map, key) ? map[key] : undefined;
    if (isJsonObject(next)) map = next;
    else {
      const fresh: JsonObject = {};
      define(map, key, fresh);
      map = fresh;
    }
  }
  define(map, last, value);
}

// A property may be called `__proto__`; an assignment would not store it.
function define(map: JsonObject, key: string, value: Json): void {
  Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
}
