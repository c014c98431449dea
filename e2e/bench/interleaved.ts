import type { Measurement } from './benchmark.js';

/** Measures once; the unit is the caller's. */
export type Sample = () => number | Promise<number>;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >>> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** Of an odd number of rounds the one whose ratio to its peer is the median. */
export function medianRatio(pairs: readonly Measurement[]): Measurement {
  const ratio = ({ value, peerValue = Number.NaN }: Measurement): number => value / peerValue;
  return [...pairs].sort((a, b) => ratio(a) - ratio(b))[pairs.length >>> 1] ?? { value: Number.NaN };
}

/**
 * Ours and the peer in turns, so that a busy machine is busy for both; who goes first changes each round.
 * The first `warmUp` rounds do not count.
 */
export async function interleaved(ours: Sample, peer: Sample, options: { rounds: number; warmUp: number }): Promise<Measurement> {
  const values: number[] = [];
  const peerValues: number[] = [];
  for (let round = -options.warmUp; round < options.rounds; round++) {
    const oursFirst = round % 2 === 0;
    const first = await (oursFirst ? ours : peer)();
    const second = await (oursFirst ? peer : ours)();
    if (round < 0) continue;
    values.push(oursFirst ? first : second);
    peerValues.push(oursFirst ? second : first);
  }
  return { value: median(values), peerValue: median(peerValues) };
}

/** Microseconds a call, over a batch long enough for the clock; results are kept so that nothing is optimised away. */
export function microsecondsOf(work: () => unknown, batch: number): Sample {
  return () => {
    let last: unknown;
    const start = performance.now();
    for (let index = 0; index < batch; index++) last = work();
    const elapsed = performance.now() - start;
    if (last === undefined) throw new TypeError('the measured work gave nothing');
    return (elapsed / batch) * 1000;
  };
}

/** Calls a second, each item once a sample; results are kept so that nothing is optimised away. */
export function perSecond<T>(items: readonly T[], work: (item: T) => unknown): Sample {
  return () => {
    let last: unknown;
    const start = performance.now();
    for (const item of items) last = work(item);
    const elapsed = performance.now() - start;
    if (last === undefined) throw new TypeError('the measured work gave nothing');
    return (items.length / elapsed) * 1000;
  };
}
