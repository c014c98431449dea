import { CodedError, type JsonObject } from '@bosh6/base';
import { createLocalCpi, localCpiPropertiesSchema } from '@bosh6/cpi-local';
import { type Cpi, createExternalCpi } from '@bosh6/cpi-protocol';
import { readVsphereProperties, type VsphereProperties, withCpiConfig } from '@bosh6/cpi-vsphere/properties';
import type { CpiEntry } from '@bosh6/formats';
import type { z } from 'zod';
import type { DirectorConfig } from '../core/config.js';
import { fail } from './errors.js';
import { loadLater } from './load-later.js';

/** A Cpi and what ends it, if it holds anything. */
export type OwnedCpi = Cpi & { close?(): void | Promise<void> };

interface Place {
  document?: string;
  pointer: string;
}

const builtIn: Record<string, (properties: object, at: Place) => OwnedCpi> = {
  local: (properties, at) => createLocalCpi(parseProperties(localCpiPropertiesSchema, properties, at)),
  vsphere: (properties, at) => {
    const read = vsphereProperties(properties as JsonObject, at);
    return loadLater(async () => (await import('@bosh6/cpi-vsphere')).createVsphereCpi(read));
  },
};

/** The CPI of an entry of a CPI config: the executable that it names, else one that is built in, else the executable of the type's job. Throws CpiPropertiesInvalid. */
export function makeCpi({ type, execPath, properties, document, pointer }: CpiEntry): OwnedCpi {
  const make = Object.hasOwn(builtIn, type) ? builtIn[type] : undefined;
  if (execPath === undefined && make !== undefined) return make(properties, { document, pointer });
  return createExternalCpi({ executable: execPath ?? `/var/vcap/jobs/${type}_cpi/bin/cpi`, properties });
}

/** Throws CpiPropertiesInvalid where a CPI that is built in could not be made of an entry. */
export function checkCpi(entry: CpiEntry): void {
  if (entry.execPath === undefined && Object.hasOwn(builtIn, entry.type)) makeCpi(entry).close?.();
}

/** The CPI of the Director's own configuration. Throws CpiTypeUnknown, CpiPropertiesInvalid. */
export function makeDefaultCpi({ cpi: { type, properties } }: Pick<DirectorConfig, 'cpi'>): OwnedCpi {
  const make = Object.hasOwn(builtIn, type) ? builtIn[type] : undefined;
  if (make !== undefined) return make(properties, { pointer: '/cpi' });
  throw fail('CpiTypeUnknown', `no CPI of type '${type}' is built in`, {
    where: { pointer: '/cpi/type' },
    hint: `use ${Object.keys(builtIn).join(' or ')}`,
  });
}

/** The original's own shape, or a CPI config's, where the vCenter's keys lie flat. */
function vsphereProperties(properties: JsonObject, at: Place): VsphereProperties {
  try {
    return readVsphereProperties(withCpiConfig({}, properties));
  } catch (cause) {
    if (!CodedError.is(cause)) throw cause;
    const hint = cause.hint === undefined ? {} : { hint: cause.hint };
    throw fail('CpiPropertiesInvalid', `the CPI's ${cause.message}`, {
      where: { ...at, pointer: `${at.pointer}/properties` },
      cause,
      ...hint,
    });
  }
}

function parseProperties<T>(schema: z.ZodType<T>, properties: unknown, at: Place): T {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const pointer = [at.pointer, 'properties', ...(issue?.path ?? [])].map(String).join('/');
  throw fail('CpiPropertiesInvalid', `the CPI's properties: ${pointer}: ${issue?.message ?? 'invalid'}`, { where: { ...at, pointer } });
}
