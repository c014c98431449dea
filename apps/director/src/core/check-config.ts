import { makeDefaultCpi } from '../cpi/make-cpi.js';
import { checkHooks } from '../health/check-hooks.js';
import type { DirectorConfig } from './config.js';
import { readTrustedCerts } from './trusted-certs.js';

/** Whether a start would take what is in a configuration; starts nothing. Answers with what is odd, and yet taken. Throws ConfigUnreadable, TrustedCertsInvalid, CpiTypeUnknown, CpiPropertiesInvalid. */
export async function checkConfig(config: DirectorConfig, now: number): Promise<readonly string[]> {
  await checkHooks(config);
  const { warnings } = await readTrustedCerts(config, now);
  await makeDefaultCpi(config).close?.();
  return warnings;
}
