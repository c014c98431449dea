import { setTimeout as pause } from 'node:timers/promises';

const lookMs = 50;

/** Ends a process group, as bosh-agent: SIGTERM, then SIGKILL for those that the grace did not see end. Resolves when nobody is left, or when that was sent. */
export async function endGroup(group: number, graceMs: number): Promise<void> {
  if (graceMs > 0) tell(group, 'SIGTERM');
  // asked of the group: its leader may be gone long before the last of it
  for (const end = performance.now() + graceMs; performance.now() < end; await pause(lookMs)) if (!tell(group, 0)) return;
  tell(group, 'SIGKILL');
}

/** False when nobody is in it. */
function tell(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}
