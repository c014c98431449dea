import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { fail } from '../errors.js';
import { checkShape, kindOf } from '../shape/check-shape.js';
import { compact } from '../shape/read-document.js';
import { map, text, texts } from '../shape/schemas.js';
import { childPointer } from '../yaml/pointer.js';
import type { ConsumedLink, DnsAlias, ManifestJob, ProvidedLink } from './manifest.js';

export const jobShape = z.object({
  name: text,
  release: text,
  properties: map.optional(),
  provides: map.optional(),
  consumes: map.optional(),
  custom_provider_definitions: z
    .array(z.object({ name: text, type: text, properties: texts.optional() }).transform((p) => ({ ...p, properties: p.properties ?? [] })))
    .optional(),
});
const aliasShape = z.object({
  domain: text,
  health_filter: text.optional(),
  initial_health_check: text.optional(),
  placeholder_type: text.optional(),
});
export const providedShape = z.object({
  as: text.optional(),
  shared: z.boolean().optional(),
  aliases: z.array(aliasShape).optional(),
});
export const consumedShape = z.object({
  from: text.optional(),
  deployment: text.optional(),
  network: text.optional(),
  ip_addresses: z.boolean().optional(),
  instances: z.array(map).optional(),
  properties: map.optional(),
  address: text.optional(),
});

/** One entry of a group's or addon's `jobs`. */
export function parseJob(value: unknown, pointer: string): ManifestJob {
  const { custom_provider_definitions: custom, provides, consumes, ...job } = checkShape(jobShape, value, pointer);
  return compact({
    ...job,
    provides: links(provides, childPointer(pointer, 'provides'), provided),
    consumes: links(consumes, childPointer(pointer, 'consumes'), consumed),
    customProviderDefinitions: custom ?? [],
    pointer,
  });
}

function links<T>(
  value: JsonObject | undefined,
  pointer: string,
  read: (entry: JsonObject, pointer: string) => T,
): Record<string, T | 'nil'> {
  const entries = Object.entries(value ?? {}).map(([name, entry]): [string, T | 'nil'] => {
    const at = childPointer(pointer, name);
    if (entry === 'nil') return [name, 'nil'];
    if (isJsonObject(entry as Json)) return [name, read(entry as JsonObject, at)];
    throw fail('InvalidType', `link '${name}' must be a map or the string 'nil', but is ${kindOf(entry)}`, {
      where: { pointer: at },
      ...(entry === null ? { hint: 'to block the link write: nil' } : {}),
    });
  });
  return Object.fromEntries(entries);
}

function provided(value: JsonObject, pointer: string): ProvidedLink {
  for (const key of ['name', 'type']) {
    if (key in value)
      throw fail('InvalidValue', `'${key}' of a provided link comes from the release and cannot be set`, {
        where: { pointer: childPointer(pointer, key) },
      });
  }
  const { as, shared, aliases } = checkShape(providedShape, value, pointer);
  return compact({ as, shared: shared ?? false, aliases: (aliases ?? []).map(alias), pointer });
}

function alias({ domain, ...rest }: z.infer<typeof aliasShape>): DnsAlias {
  return compact({
    domain,
    healthFilter: rest.health_filter,
    initialHealthCheck: rest.initial_health_check,
    placeholderType: rest.placeholder_type,
  });
}

function consumed(value: JsonObject, pointer: string): ConsumedLink {
  const { ip_addresses: ipAddresses, instances, properties, address, ...rest } = checkShape(consumedShape, value, pointer);
  const manual =
    instances === undefined && address === undefined
      ? undefined
      : compact({ instances: instances ?? [], properties: properties ?? {}, address });
  return compact({ ...rest, ipAddresses, manual, pointer });
}
