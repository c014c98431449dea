import { BlockList, SocketAddress } from 'node:net';
import { IntervalSet, IpAddress, IpPrefix } from '@bosh6/ip';
import type { Benchmark } from './benchmark.js';
import { interleaved, perSecond, type Sample } from './interleaved.js';
import { xorshift } from './mixed-addresses.js';

const count = 100_000;
/** So many that neither finds its way in the caches of the ones before. */
const asks = 8192;

/** Whether an address is in a set of 100,000 disjoint prefixes; half of those asked for are. */
export const ipContains: Benchmark = {
  name: 'ip.contains',
  unit: 'us',
  peer: 'net.BlockList',
  run() {
    const builder = IntervalSet.builder();
    const list = new BlockList();
    for (let index = 0; index < count; index++) {
      // Every second /96, so that no two touch.
      const prefix = IpPrefix.of(IpAddress.fromWords(6, [0x2601_0646, 0, index * 2, 0]), 96);
      builder.add(prefix.toRange());
      list.addSubnet(prefix.address.toString(), prefix.length, 'ipv6');
    }
    const set = builder.build();
    const random = xorshift(7);
    const asked = Array.from({ length: asks }, () => IpAddress.fromWords(6, [0x2601_0646, 0, random() % (count * 2), random()]));
    const theirs = asked.map((address) => new SocketAddress({ address: address.toString(), family: 'ipv6' }));
    const hits = asked.map((address) => set.contains(address));
    if (hits.join() !== theirs.map((address) => list.check(address)).join()) throw new Error('the two do not agree');
    const ours = microsecondsEach(asked, (address) => set.contains(address));
    const peer = microsecondsEach(theirs, (address) => list.check(address));
    return interleaved(ours, peer, { rounds: 41, warmUp: 10 });
  },
};

function microsecondsEach<T>(items: readonly T[], work: (item: T) => unknown): Sample {
  const rate = perSecond(items, work);
  return async () => 1e6 / (await rate());
}
