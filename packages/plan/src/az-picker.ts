import type { InstanceSnapshot } from './snapshot.js';

/** One slot of a group: the existing instance that fills it, or none, and its AZ. */
export interface Slot {
  existing?: InstanceSnapshot;
  az?: string;
}

/**
 * Spreads `count` instances over `azs` as BOSH does without static addresses: instances with a disk keep their AZ; the rest goes where
 * fewest are; ties go to an AZ that has an unclaimed instance, then to the smallest name. Lower indexes are kept first.
 */
export function spreadOverAzs(count: number, azs: readonly string[] | undefined, existing: readonly InstanceSnapshot[]): Slot[] {
  const byIndex = [...existing].sort((a, b) => a.index - b.index);
  if (azs === undefined) {
    return Array.from({ length: count }, (_, at) => {
      const found = byIndex[at];
      return found === undefined ? {} : { existing: found };
    });
  }
  const slots: Slot[] = [];
  const placed = new Map([...azs].sort().map((az) => [az, 0]));
  const waiting = new Map([...placed.keys()].map((az) => [az, [] as InstanceSnapshot[]]));
  const take = (slot: Slot & { az: string }): void => {
    slots.push(slot);
    placed.set(slot.az, (placed.get(slot.az) ?? 0) + 1);
  };
  for (const instance of byIndex) {
    if (instance.az === undefined || !placed.has(instance.az)) continue;
    const stays = instance.ignore || instance.disk !== undefined;
    if (stays && slots.length < count) take({ existing: instance, az: instance.az });
    else if (!stays) waiting.get(instance.az)?.push(instance);
  }
  while (slots.length < count) {
    const fewest = Math.min(...placed.values());
    const candidates = [...placed.keys()].filter((az) => placed.get(az) === fewest);
    const az = candidates.find((name) => (waiting.get(name)?.length ?? 0) > 0) ?? candidates[0];
    if (az === undefined) break;
    const reused = waiting.get(az)?.shift();
    take(reused === undefined ? { az } : { existing: reused, az });
  }
  return slots;
}
