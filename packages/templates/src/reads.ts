import { isJsonObject, type Json } from '@bosh6/base';
import { sameJson } from './same-json.js';
import type { RenderContext } from './types.js';

/**
 * What a template has read of its context: the value at a path, or no more than that there is a map. A path begins with `spec`, `properties` or
 * `links`; where it leads nowhere the value is null.
 */
export type Read = readonly ['value' | 'map', ...string[]];

/** Whether a template that read this of one context reads the same of another. */
export function readsSame(reads: readonly Read[], one: RenderContext, other: RenderContext): boolean {
  return reads.every(([kind, ...path]) => {
    const [a, b] = [find(one, path), find(other, path)];
    return kind === 'map' ? isJsonObject(a) && isJsonObject(b) : sameJson(a, b);
  });
}

function find(context: RenderContext, [part, first, ...keys]: readonly string[]): Json {
  let value: Json | undefined = first === undefined ? whole(context, part) : below(context, part, first);
  for (const key of keys) value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value ?? null;
}

function whole({ spec, properties, links }: RenderContext, part: string | undefined): Json {
  if (part === 'properties') return properties;
  return part === 'links' ? { ...links } : { properties, links: { ...links }, ...spec };
}

// `spec` shows properties and links too, unless it has such keys of its own.
function below({ spec, properties, links }: RenderContext, part: string | undefined, key: string): Json | undefined {
  const from = part === 'properties' ? properties : part === 'links' ? links : spec;
  if (Object.hasOwn(from, key)) return from[key];
  if (part !== 'spec') return undefined;
  return key === 'properties' ? properties : key === 'links' ? { ...links } : undefined;
}
