import type { Cpis } from '../core/collaborators.js';
import type { DirectorConfig } from '../core/config.js';
import type { Store } from '../persistence/store.js';
import { makeCpi, makeDefaultCpi } from './make-cpi.js';
import { CpiRegistry } from './registry.js';

/** The CPIs of this Director: that of its configuration and those of the stored CPI configs. Throws CpiTypeUnknown, CpiPropertiesInvalid. */
export function createCpis(config: Pick<DirectorConfig, 'cpi'>, store: Store): Cpis {
  return new CpiRegistry({ store, fallback: makeDefaultCpi(config), make: makeCpi });
}
