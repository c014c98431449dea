import { BlockList, SocketAddress } from 'node:net';
import { IntervalSet, IpAddress, IpPrefix } from '@bosh6/ip';
import type { Benchmark } from './benchmark.js';
import { interleaved, microsecondsOf, type Sample } from './interleaved.js';
import { xorshift } from './mixed-addresses.js';

const count = 100_000;
/** So many that neither finds its way in the caches of the ones before. */
const asks = 8192;
const random = xorshift(7);

/** Every second /96, so that no two touch: blocks of one size, side by side. */
export const ipContains: Benchmark = contains('ip.contains', {
  prefix: (index) => IpPrefix.of(IpAddress.fromWords(6, [0x2601_0646, 0, index * 2, 0]), 96),
  other: () => IpAddress.fromWords(6, [0x2601_0646, 0, (random() % count) * 2 + 1, random()]),
});

/** A /48 anywhere in 2000::/3. */
export const ipContainsScattered: Benchmark = contains('ip.contains.scattered', {
  prefix: () => IpPrefix.of(IpAddress.fromWords(6, [globalUnicast(), ((random() >>> 16) << 16) >>> 0, 0, 0]), 48),
  other: () => IpAddress.fromWords(6, [globalUnicast(), random(), random(), random()]),
});

function globalUnicast(): number {
  return 0x2000_0000 + (random() & 0x1fff_ffff);
}

interface Shape {
  prefix(index: number): IpPrefix;
  /** An address that is most likely in none. */
  other(): IpAddress;
}

/** Whether an address is in a set of 100,000 disjoint prefixes; half of those asked for are. */
function contains(name: string, shape: Shape): Benchmark {
  return {
    name,
    unit: 'us',
    peer: 'net.BlockList',
    run() {
      const builder = IntervalSet.builder();
      const list = new BlockList();
      const prefixes = Array.from({ length: count }, (_, index) => shape.prefix(index));
      for (const prefix of prefixes) {
        builder.add(prefix.toRange());
        list.addSubnet(prefix.address.toString(), prefix.length, 'ipv6');
      }
      const set = builder.build();
      const asked = Array.from({ length: asks }, () => (random() % 2 === 0 ? member(prefixes) : shape.other()));
      const theirs = asked.map((address) => new SocketAddress({ address: address.toString(), family: 'ipv6' }));
      const hits = asked.map((address) => set.contains(address));
      if (hits.join() !== theirs.map((address) => list.check(address)).join()) throw new Error('the two do not agree');
      // A loop each, for a call through a function that both share would cost more than what is measured.
      const ours = microsecondsEach(() => {
        let found = 0;
        for (const address of asked) if (set.contains(address)) found++;
        return found;
      });
      const peer = microsecondsEach(() => {
        let found = 0;
        for (const address of theirs) if (list.check(address)) found++;
        return found;
      });
      // The engine's best code for a call this short comes only after about 40 rounds.
      return interleaved(ours, peer, { rounds: 41, warmUp: 100 });
    },
  };
}

function member(prefixes: readonly IpPrefix[]): IpAddress {
  const { first, length } = prefixes[random() % prefixes.length] as IpPrefix;
  const [a, b, c, d] = first.words;
  return IpAddress.fromWords(6, [a, b, length < 96 ? random() : c, length < 128 ? random() : d]);
}

/** Of one question. */
function microsecondsEach(ask: () => number): Sample {
  const all = microsecondsOf(ask, 1);
  return async () => (await all()) / asks;
}
