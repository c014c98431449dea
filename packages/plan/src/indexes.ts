import type { Slot } from './az-picker.js';

/** Existing instances keep their index where it is free (two groups merged by `migrated_from` may share one); others take the lowest free one. */
export function assignIndexes<S extends Slot>(slots: readonly S[]): (S & { index: number })[] {
  const owners = new Map<number, S>();
  for (const slot of slots) if (slot.existing !== undefined && !owners.has(slot.existing.index)) owners.set(slot.existing.index, slot);
  let next = 0;
  return slots.map((slot) => {
    if (slot.existing !== undefined && owners.get(slot.existing.index) === slot) return { ...slot, index: slot.existing.index };
    while (owners.has(next)) next += 1;
    owners.set(next, slot);
    return { ...slot, index: next };
  });
}
