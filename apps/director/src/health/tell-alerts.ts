import type { Collaborators } from '../core/collaborators.js';
import { recordEvent } from '../events/record-event.js';
import { type HealthAlert, type Hook, severityName } from './alert.js';
import { webhook } from './webhook.js';

/** What the health monitor calls itself in events and tasks. */
export const monitorUser = 'health_monitor';

/** The log, as a hook. */
function logHook(log: Collaborators['log']): Hook {
  return async (alert) => log.warn({ ...alert, severity: severityName(alert.severity) }, alert.title);
}

/** Tells an alert: an event that stays, then every hook of the configuration, until `signal` ends that. Nothing that fails there stops the monitor. */
export function tellAlerts(
  { config, log, store, world }: Pick<Collaborators, 'config' | 'log' | 'store' | 'world'>,
  signal: AbortSignal,
): (alert: HealthAlert) => void {
  const hooks = config.healthMonitor.hooks.map((hook) => (hook.type === 'log' ? logHook(log) : webhook(hook, world, signal)));
  return (alert) => {
    const message = `${alert.title}. Alert @ ${new Date(alert.createdAt * 1000).toISOString()}, severity ${alert.severity}: ${alert.summary}`;
    const { deployment = null, instance = null } = alert;
    const facts = {
      user: monitorUser,
      action: 'create',
      objectType: 'alert',
      objectName: alert.id,
      deployment,
      instance,
      context: { message },
    };
    const failed = (err: unknown): void => log.warn({ err, alert: alert.id }, 'an alert could not be told');
    store.write((tx) => recordEvent(tx, world, facts)).catch(failed);
    for (const hook of hooks) hook(alert).catch(failed);
  };
}
