import { IntervalSet, type IpRange } from '@bosh6/ip';
import type { PackedIntervals } from './snapshot.js';

/** Packs an interval set into plain bytes. */
export function packIntervals(set: IntervalSet): PackedIntervals {
  const bytes: { 4: Uint8Array[]; 6: Uint8Array[] } = { 4: [], 6: [] };
  for (const range of set.ranges()) bytes[range.family].push(range.first.toBytes16(), range.last.toBytes16());
  return { v4: new Uint8Array(Buffer.concat(bytes[4])), v6: new Uint8Array(Buffer.concat(bytes[6])) };
}

export function unpackIntervals(packed: PackedIntervals): IntervalSet {
  const builder = IntervalSet.builder();
  builder.addPacked(4, packed.v4);
  builder.addPacked(6, packed.v6);
  return builder.build();
}

/** The addresses that nobody else may get while a placement is made; grows with it. */
export class UsedAddresses {
  #set: IntervalSet;

  constructor(packed: PackedIntervals) {
    this.#set = unpackIntervals(packed);
  }

  get set(): IntervalSet {
    return this.#set;
  }

  add(range: IpRange): void {
    this.#set = this.#set.add(range);
  }
}
