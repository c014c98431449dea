import { createHash } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';

/** The manifest's `env` for comparing: SHA-256 of each value by its key. The values may be secrets, and are only for the VM. */
export function envHashes(env: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([key, value]) => [key, createHash('sha256').update(canonical(value)).digest('hex')]));
}

/** JSON text in which the order of an object's keys does not count. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Json)}`).join(',')}}`;
}
