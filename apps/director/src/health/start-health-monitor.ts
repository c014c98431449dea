import type { Bus } from '@bosh6/bus';
import type { Collaborators } from '../core/collaborators.js';
import { HealthMonitor } from './monitor.js';
import { tellAlerts } from './tell-alerts.js';

/** The Director's role of a health monitor, which `hm` lets hear; answers with it and with what ends it. */
export function startHealthMonitor(
  collaborators: Collaborators,
  hm: Pick<Bus, 'subscribe'>,
): { monitor: HealthMonitor; close: () => Promise<void> } {
  const end = new AbortController();
  const monitor = new HealthMonitor(collaborators, hm, tellAlerts(collaborators, end.signal));
  const close = async (): Promise<void> => {
    await monitor.close();
    end.abort(new Error('the Director ends'));
  };
  return { monitor, close };
}
