import type { Lane, Place } from './interval-lane.js';
import { LaneBuilder } from './interval-set-builder.js';
import { compareWords, type Words } from './words.js';

/** The flat words of what is in both lanes. Walks the one with fewer intervals and searches the other: O(small log large), and linear where they alternate. */
export function intersectAll(a: Lane, b: Lane): Uint32Array {
  const [small, large] = a.count <= b.count ? [a, b] : [b, a];
  const both = new LaneBuilder();
  let place: Place = { chunk: 0, index: 0 };
  for (const [first, last] of small.entries()) {
    if (endsBefore(large, place, first)) place = large.locate(first);
    for (;;) {
      const chunk = large.chunks[place.chunk];
      if (chunk === undefined || chunk.compareFirst(place.index, last) > 0) break;
      const end = chunk.last(place.index);
      both.add([...higher(first, chunk.first(place.index)), ...lower(last, end)]);
      // It may reach into the next interval of the small one.
      if (compareWords(end, last) >= 0) break;
      place = place.index + 1 === chunk.count ? { chunk: place.chunk + 1, index: 0 } : { chunk: place.chunk, index: place.index + 1 };
    }
  }
  return both.build();
}

function endsBefore(lane: Lane, { chunk, index }: Place, point: Words): boolean {
  const current = lane.chunks[chunk];
  return current !== undefined && current.compareLast(index, point) < 0;
}

function higher(a: Words, b: Words): Words {
  return compareWords(a, b) >= 0 ? a : b;
}

function lower(a: Words, b: Words): Words {
  return compareWords(a, b) <= 0 ? a : b;
}
