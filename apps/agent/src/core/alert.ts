import type { Alert } from '@bosh6/agent-protocol';
import type { SupervisorEvent } from '../supervisor/event.js';

/** bosh-agent's severities of monit's events: 1 alert, 2 critical, 3 error, 4 warning. */
const severities: Readonly<Record<string, number>> = {
  'Connection failed': 1,
  'Does not exist': 1,
  'Checksum failed': 2,
  'UID failed': 2,
  Timeout: 2,
  'GID failed': 3,
  'Permission failed': 3,
  'Resource limit matched': 3,
  'Size changed': 3,
  'Size failed': 3,
  'Timestamp failed': 3,
  'Checksum changed': 4,
  'GID changed': 4,
  'PID changed': 4,
  'PPID changed': 4,
  'Permission changed': 4,
  'Timestamp changed': 4,
  'UID changed': 4,
};
/** What it knows no better. */
const critical = 2;

/** What the Director is told of an event, as bosh-agent words what monit mails it. `addresses` are the VM's. */
export function alertOf(event: SupervisorEvent, addresses: readonly string[], id: string, now: number): Alert {
  return {
    id,
    severity: severities[event.event] ?? critical,
    title: `${event.service} (${[...addresses].sort().join(', ')}) - ${event.event} - ${event.action}`,
    summary: event.description,
    created_at: Math.floor(now / 1000),
  };
}
