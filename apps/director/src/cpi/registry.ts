import { createLocalCpi, localCpiPropertiesSchema } from '@bosh6/cpi-local';
import type { Cpi } from '@bosh6/cpi-protocol';
import type { z } from 'zod';
import type { Cpis } from '../core/collaborators.js';
import type { DirectorConfig } from '../core/config.js';
import { fail } from './errors.js';

type Make = (properties: Record<string, unknown>) => Cpi & { close?(): void };

const builtIn: Record<string, Make> = {
  local: (properties) => createLocalCpi(parseProperties(localCpiPropertiesSchema, properties)),
};

/** The CPIs of this Director: one, called `''`, as long as there is no CPI config. Throws CpiTypeUnknown, CpiPropertiesInvalid. */
export function createCpis(config: Pick<DirectorConfig, 'cpi'>): Cpis {
  const make = Object.hasOwn(builtIn, config.cpi.type) ? builtIn[config.cpi.type] : undefined;
  if (make === undefined)
    throw fail('CpiTypeUnknown', `no CPI of type '${config.cpi.type}' is built in`, { hint: `use ${Object.keys(builtIn).join(' or ')}` });
  return cpisOf(make(config.cpi.properties));
}

/** A registry of one CPI. */
export function cpisOf(cpi: Cpi & { close?(): void }): Cpis {
  return {
    names: [''],
    close: async () => cpi.close?.(),
    get: (name) => {
      if (name === '') return cpi;
      throw fail('CpiUnknown', `no CPI is called '${name}'`);
    },
  };
}

function parseProperties<T>(schema: z.ZodType<T>, properties: unknown): T {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const pointer = ['', 'cpi', 'properties', ...(issue?.path ?? [])].map(String).join('/');
  throw fail('CpiPropertiesInvalid', `the CPI's properties: ${pointer}: ${issue?.message ?? 'invalid'}`, { where: { pointer } });
}
