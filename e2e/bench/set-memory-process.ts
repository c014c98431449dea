// Makes a set of as many scattered addresses as asked for and tells its parent by how many megabytes that made the process larger.
import { setImmediate } from 'node:timers/promises';
import { IntervalSet, IpRange } from '@bosh6/ip';
import { scatteredIpv6 } from './mixed-addresses.js';

const count = Number(process.argv[2]);
const before = await used();
const set = build();
const megabytes = (await used()) - before;
if (set.size !== count) throw new Error(`${set.size} intervals instead of ${count}`);
process.send?.(megabytes);
process.disconnect();

function build(): IntervalSet {
  const builder = IntervalSet.builder();
  for (const address of scatteredIpv6(count)) builder.add(IpRange.of(address));
  return builder.build();
}

/** Heap and buffers, after a collection; buffers that nobody has go a moment after it. */
async function used(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
