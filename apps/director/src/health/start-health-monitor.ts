import type { Bus } from '@bosh6/bus';
import type { Collaborators } from '../core/collaborators.js';
import { HealthMonitor } from './monitor.js';
import { tellAlerts } from './tell-alerts.js';

/** The Director's role of a health monitor, on a connection of its own; answers with it and with what ends it. */
export async function startHealthMonitor(
  collaborators: Collaborators,
  hm: Bus,
): Promise<{ monitor: HealthMonitor; close: () => Promise<void> }> {
  const end = new AbortController();
  const monitor = new HealthMonitor(collaborators, hm, tellAlerts(collaborators, end.signal));
  await hm.flush();
  const close = async (): Promise<void> => {
    await monitor.close();
    end.abort(new Error('the Director ends'));
    await hm.close();
  };
  return { monitor, close };
}
