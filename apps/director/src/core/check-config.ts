import { makeDefaultCpi } from '../cpi/make-cpi.js';
import { checkHooks } from '../health/check-hooks.js';
import type { DirectorConfig } from './config.js';

/** Whether a start would take what is in a configuration; starts nothing. Throws ConfigUnreadable, CpiTypeUnknown, CpiPropertiesInvalid. */
export async function checkConfig(config: DirectorConfig): Promise<void> {
  await checkHooks(config);
  await makeDefaultCpi(config).close?.();
}
