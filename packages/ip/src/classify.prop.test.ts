import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { type AddressKind, addressBlocks, classify, type Family, familyBits, IpAddress, IpPrefix, toIpaddrJs } from './index.js';

/** Where ipaddr.js draws the same borders, under another name or the same. */
const same: Readonly<Record<string, AddressKind>> = {
  unspecified: 'unspecified',
  broadcast: 'broadcast',
  multicast: 'multicast',
  linkLocal: 'link-local',
  loopback: 'loopback',
  carrierGradeNat: 'shared',
  private: 'private',
  reserved: 'reserved',
  as112: 'as112',
  amt: 'amt',
  unicast: 'global-unicast',
  uniqueLocal: 'unique-local',
  ipv4Mapped: 'ipv4-mapped',
  deprecatedSiteLocal: 'site-local',
  discard: 'discard-only',
  rfc6145: 'ipv4-translated',
  rfc6052: 'nat64',
  '6to4': '6to4',
  teredo: 'teredo',
  benchmarking: 'benchmarking',
  as112v6: 'as112',
  deprecatedOrchid: 'orchid',
  orchid2: 'orchid-v2',
  droneRemoteIdProtocolEntityTags: 'drone-remote-id',
  segmentRouting: 'srv6-sid',
};

/** Where we differ on purpose; a later row of an inner block wins. */
const intended: readonly [block: string, theirs: string, ours: AddressKind, why: string][] = [
  ['0.0.0.0/8', 'unspecified', 'this-network', 'RFC 1122 section 3.2.1.3: only 0.0.0.0 is nobody, the rest names a host of this network'],
  ['0.0.0.0/32', 'unspecified', 'unspecified', 'the same'],
  ['192.0.0.0/24', 'reserved', 'ietf-protocol', 'in use, not kept for later: RFC 6890 section 2.1'],
  ['192.0.0.8/32', 'reserved', 'dummy', 'RFC 7600'],
  ['192.0.2.0/24', 'reserved', 'documentation', 'RFC 5737'],
  ['192.88.99.0/24', 'reserved', '6to4-relay', 'RFC 7526'],
  ['192.88.99.2/32', 'reserved', '6a44-relay', 'RFC 6751'],
  ['198.18.0.0/15', 'reserved', 'benchmarking', 'RFC 2544, as for IPv6'],
  ['198.51.100.0/24', 'reserved', 'documentation', 'RFC 5737'],
  ['203.0.113.0/24', 'reserved', 'documentation', 'RFC 5737'],
  ['::/3', 'unicast', 'reserved', 'RFC 4291 section 2.4 with the address space registry: nothing there is given out'],
  ['::/96', 'unicast', 'ipv4-compatible', 'RFC 4291 section 2.5.5.1'],
  ['100:0:0:1::/64', 'unicast', 'dummy', 'RFC 9780'],
  ['2001::/23', 'reserved', 'ietf-protocol', 'in use, not kept for later: RFC 2928'],
  ['2001:db8::/32', 'reserved', 'documentation', 'RFC 3849'],
  ['3fff::/20', 'reserved', 'documentation', 'RFC 9637'],
  ['4000::/2', 'unicast', 'reserved', 'outside 2000::/3, the only global unicast space that is in use'],
  ['8000::/2', 'unicast', 'reserved', 'the same'],
  ['c000::/3', 'unicast', 'reserved', 'the same'],
  ['e000::/4', 'unicast', 'reserved', 'the same'],
  ['f000::/5', 'unicast', 'reserved', 'the same'],
  ['f800::/6', 'unicast', 'reserved', 'the same'],
  ['fe00::/9', 'unicast', 'reserved', 'the same'],
];
const differences = intended.map(([block, theirs, ours]) => ({ block: IpPrefix.parse(block), theirs, ours }));

/** Its types leave the table out. */
const theirTable = (of: object): [ipaddr.IPv4 | ipaddr.IPv6, number][] =>
  Object.values((of as { SpecialRanges: Record<string, unknown[]> }).SpecialRanges).flatMap(
    (ranges) => (Array.isArray(ranges[0]) ? ranges : [ranges]) as [ipaddr.IPv4 | ipaddr.IPv6, number][],
  );
const theirBlocks = [ipaddr.IPv4.prototype, ipaddr.IPv6.prototype]
  .flatMap(theirTable)
  .map(([address, length]) => IpPrefix.parse(`${address.toNormalizedString()}/${length}`));
const borders = [...theirBlocks, ...addressBlocks.map(({ block }) => block), ...differences.map(({ block }) => block)];

const any = (family: Family): fc.Arbitrary<IpAddress> =>
  fc.bigInt({ min: 0n, max: 2n ** BigInt(familyBits(family)) - 1n }).map((n) => IpAddress.fromBigInt(family, n));
/** Inside a block, or at most a few behind or before one of its ends. */
const near = fc
  .tuple(
    fc.constantFrom(...borders),
    fc.constantFrom('first', 'last', 'inside'),
    fc.integer({ min: -2, max: 2 }),
    fc.bigInt(0n, 2n ** 128n),
  )
  .map(([block, where, step, n]) => {
    const first = block.first.toBigInt();
    const size = block.last.toBigInt() - first + 1n;
    const at = where === 'first' ? first + BigInt(step) : where === 'last' ? first + size - 1n + BigInt(step) : first + (n % size);
    const space = 2n ** BigInt(familyBits(block.family));
    return IpAddress.fromBigInt(block.family, (at + space) % space);
  });
const address = fc.oneof({ weight: 4, arbitrary: near }, any(4), any(6));

describe('classification', () => {
  it('says what ipaddr.js says, the intended differences apart', () => {
    fc.assert(
      fc.property(address, (a) => {
        const theirs = toIpaddrJs(a).range();
        const difference = differences.findLast(({ block, theirs: name }) => name === theirs && block.contains(a));
        expect([String(a), classify(a).kind]).toEqual([String(a), difference?.ours ?? same[theirs]]);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each(intended)('%s: ipaddr.js says %s, we say %s: %s', (text, theirs, ours) => {
    const block = IpPrefix.parse(text);
    const hit = [block.first, block.last, block.first.add(block.hostBits > 16 ? 1n << 16n : 0n)].some(
      (a) => toIpaddrJs(a).range() === theirs && classify(a).kind === ours,
    );
    expect(hit).toBe(true);
  });

  it('takes the narrowest block of the table that holds the address', () => {
    fc.assert(
      fc.property(address, (a) => {
        const holders = addressBlocks.filter(({ block }) => block.toRange().contains(a));
        const narrowest = holders.reduce((best, row) => (row.block.toRange().size < best.block.toRange().size ? row : best));
        const { scope, ...row } = classify(a);
        expect(row).toEqual(narrowest);
        expect(scope !== undefined).toBe(narrowest.kind === 'multicast');
      }),
      { numRuns: 5_000 },
    );
  });
});
