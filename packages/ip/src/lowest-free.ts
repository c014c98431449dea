import type { Chunk, Lane } from './interval-lane.js';
import { alignUpWords, compareWords, fillWords, nextWords, type Words } from './words.js';

/** After so many neighbours in one chunk it pays to ask whether the block fits between any two of it. */
const PATIENCE = 32;

/**
 * The lowest aligned block of 2^hostBits inside [first, last] that overlaps none of the lanes.
 * O(log n) a hole that is tried; a run of intervals too close for the block is passed a chunk at a time.
 */
export function lowestFree(lanes: readonly Lane[], first: Words, last: Words, hostBits: number): Words | undefined {
  let candidate = alignUpWords(first, hostBits);
  for (let settled = 0, turn = 0; candidate !== undefined; turn++) {
    if (compareWords(fillWords(candidate, hostBits), last) > 0) return undefined;
    if (settled >= lanes.length) return candidate;
    const next: Words | undefined = skip(lanes[turn % lanes.length] as Lane, candidate, last, hostBits);
    settled = next === candidate ? settled + 1 : 1;
    candidate = next;
  }
  return undefined;
}

/** The candidate itself when free in this lane, else the next one that is; undefined when that lies behind `limit`. */
function skip(lane: Lane, start: Words, limit: Words, hostBits: number): Words | undefined {
  let candidate = start;
  let place = lane.locate(candidate);
  let walked = 0;
  for (;;) {
    const chunk: Chunk | undefined = lane.chunks[place.chunk];
    if (chunk === undefined || chunk.compareFirst(place.index, fillWords(candidate, hostBits)) > 0) return candidate;
    const whole = ++walked > PATIENCE && chunk.widestGap < hostBits;
    const behind = nextWords(chunk.last(whole ? chunk.count - 1 : place.index));
    const next = behind && alignUpWords(behind, hostBits);
    if (next === undefined || compareWords(next, limit) > 0) return undefined;
    candidate = next;
    place =
      whole || place.index + 1 === chunk.count ? { chunk: place.chunk + 1, index: 0 } : { chunk: place.chunk, index: place.index + 1 };
    const following = lane.chunks[place.chunk];
    // An aligned jump may pass many small intervals at once.
    if (following !== undefined && following.compareLast(place.index, candidate) < 0) place = lane.locate(candidate);
  }
}
