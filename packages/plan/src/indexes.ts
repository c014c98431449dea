import type { Slot } from './az-picker.js';
import type { InstanceSnapshot } from './snapshot.js';

/**
 * Existing instances keep their index where it is free (two groups merged by `migrated_from` may share one); others take the lowest that nobody
 * has, those that go included: two instances of one name at once would be hard to tell apart.
 */
export function assignIndexes<S extends Slot>(slots: readonly S[], leaving: readonly InstanceSnapshot[] = []): (S & { index: number })[] {
  const owners = new Map<number, S>();
  for (const slot of slots) if (slot.existing !== undefined && !owners.has(slot.existing.index)) owners.set(slot.existing.index, slot);
  const free = (index: number): boolean => !owners.has(index) && !leaving.some((instance) => instance.index === index);
  let next = 0;
  return slots.map((slot) => {
    if (slot.existing !== undefined && owners.get(slot.existing.index) === slot) return { ...slot, index: slot.existing.index };
    while (!free(next)) next += 1;
    owners.set(next, slot);
    return { ...slot, index: next };
  });
}
