import { createLocalCpi } from '@bosh6/cpi-local';
import type { Cpi } from '@bosh6/cpi-protocol';
import type { Cpis } from '../core/collaborators.js';
import type { DirectorConfig } from '../core/config.js';
import { fail } from './errors.js';

type Make = (properties: Record<string, unknown>) => Cpi & { close?(): void };

const builtIn: Record<string, Make> = {
  local: (properties) => createLocalCpi(properties as unknown as Parameters<typeof createLocalCpi>[0]),
};

/** The CPIs of this Director: one, called `''`, as long as there is no CPI config. Throws CpiTypeUnknown. */
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
