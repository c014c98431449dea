import type { DirectorConfig } from '../core/config.js';
import { readConfigured } from '../core/read-configured.js';

/** The first alert may be far away: a webhook's file is looked at when the Director starts. Throws ConfigUnreadable. */
export async function checkHooks({ healthMonitor }: Pick<DirectorConfig, 'healthMonitor'>): Promise<void> {
  for (const [index, hook] of healthMonitor.hooks.entries()) {
    if (hook.type === 'webhook' && hook.authorizationFile !== undefined)
      await readConfigured(hook.authorizationFile, `/healthMonitor/hooks/${index}/authorizationFile`);
  }
}
