import { stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DiskHint } from '@bosh6/agent-protocol';

/** Where a machine shows its disks by the numbers that a hypervisor gives as hints. */
const byUnit = '/dev/bosh/disks';
/** A disk may come a moment after the CPI said that it is attached. */
const arrivalMs = 30_000;

/** Where a disk is, or will be; undefined where the hint names no path. */
export function diskPath(hint: DiskHint | undefined): string | undefined {
  const path = typeof hint === 'string' ? hint : hint?.path;
  return path === undefined || isAbsolute(path) ? path : join(byUnit, path);
}

/** Whether anything is there; one that a hypervisor numbers is waited for. */
export async function arrives(path: string): Promise<boolean> {
  for (const end = performance.now() + arrivalMs; ; ) {
    if ((await identity(path)) !== undefined) return true;
    if (performance.now() > end || !path.startsWith(`${byUnit}/`)) return false;
    await pause(100);
  }
}

/** The same for two paths of one thing, also of a bind mount and its source; undefined for nothing. */
export async function identity(path: string): Promise<string | undefined> {
  return stat(path).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => undefined,
  );
}
