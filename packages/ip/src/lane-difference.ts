import type { Lane } from './interval-lane.js';
import { LaneBuilder } from './interval-set-builder.js';
import { compareWords, nextWords, previousWords, type Words } from './words.js';

/** The flat words of what is in the first lane only; one walk over both. */
export function subtractAll(from: Lane, what: Lane): Uint32Array {
  const rest = new LaneBuilder();
  const holes = what.entries();
  let hole = holes.next();
  for (const [first, last] of from.entries()) {
    let start: Words | undefined = first;
    while (start !== undefined && compareWords(start, last) <= 0) {
      while (!hole.done && compareWords(hole.value[1], start) < 0) hole = holes.next();
      if (hole.done || compareWords(hole.value[0], last) > 0) {
        rest.add([...start, ...last]);
        break;
      }
      const end = previousWords(hole.value[0]);
      if (end !== undefined && compareWords(start, hole.value[0]) < 0) rest.add([...start, ...end]);
      start = nextWords(hole.value[1]);
    }
  }
  return rest.build();
}
