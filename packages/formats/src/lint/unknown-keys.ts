import { isJsonObject, type Json } from '@bosh6/base';
import type { JsonSchema } from '../schema/json-schema.js';
import { childPointer } from '../yaml/pointer.js';

export interface UnknownKey {
  pointer: string;
  key: string;
  /** What may stand there. */
  known: string[];
}

/** Keys that nobody reads. Where a map may be of several shapes, the one counts that its `const` keys say. */
export function unknownKeys(schema: JsonSchema, value: Json, pointer = ''): UnknownKey[] {
  if (Array.isArray(value)) {
    const items = branchFor(schema, value)?.items;
    return items === undefined ? [] : value.flatMap((item, index) => unknownKeys(items, item, childPointer(pointer, index)));
  }
  if (!isJsonObject(value)) return [];
  const { properties = {}, additionalProperties } = branchFor(schema, value) ?? { additionalProperties: true };
  return Object.entries(value).flatMap(([key, item]) => {
    const at = childPointer(pointer, key);
    const inner = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (typeof inner === 'object') return unknownKeys(inner, item, at);
    return inner === undefined ? [{ pointer: at, key, known: Object.keys(properties) }] : [];
  });
}

function branchFor(schema: JsonSchema, value: Json): JsonSchema | undefined {
  const wanted = Array.isArray(value) ? 'array' : 'object';
  const branches = [schema, ...(schema.anyOf ?? [])].filter(({ type }) => type === wanted);
  return (
    branches.find(
      ({ properties = {} }) =>
        isJsonObject(value) && Object.entries(properties).some(([key, { const: said }]) => said !== undefined && said === value[key]),
    ) ?? branches[0]
  );
}
