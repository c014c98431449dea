import { describe, expect, it } from 'vitest';
import { type AddressBlock, type AddressKind, addressBlocks, classify, embeddedIpv4, IntervalSet, IpAddress, IpPrefix } from './index.js';

const kind = (text: string): AddressKind => classify(IpAddress.parse(text)).kind;

describe('a kind of address', () => {
  it.each<[AddressKind, string]>([
    ['unspecified', '0.0.0.0'],
    ['this-network', '0.0.0.1 0.255.255.255'],
    ['loopback', '127.0.0.0 127.0.0.1 127.255.255.255'],
    ['private', '10.0.0.0 10.255.255.255 172.16.0.0 172.31.255.255 192.168.0.0 192.168.255.255'],
    ['shared', '100.64.0.0 100.127.255.255'],
    ['link-local', '169.254.0.0 169.254.169.254 169.254.255.255'],
    ['ietf-protocol', '192.0.0.0 192.0.0.7 192.0.0.9 192.0.0.10 192.0.0.170 192.0.0.171 192.0.0.255'],
    ['dummy', '192.0.0.8'],
    ['documentation', '192.0.2.0 192.0.2.255 198.51.100.0 198.51.100.255 203.0.113.0 203.0.113.255'],
    ['as112', '192.31.196.0 192.31.196.255 192.175.48.0 192.175.48.255'],
    ['amt', '192.52.193.0 192.52.193.255'],
    ['6to4-relay', '192.88.99.0 192.88.99.1 192.88.99.3 192.88.99.255'],
    ['6a44-relay', '192.88.99.2'],
    ['benchmarking', '198.18.0.0 198.19.255.255'],
    ['multicast', '224.0.0.0 239.255.255.255'],
    ['reserved', '240.0.0.0 255.255.255.254'],
    ['broadcast', '255.255.255.255'],
    [
      'global-unicast',
      '1.0.0.0 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 ' +
        '191.255.255.255 192.0.1.0 192.0.3.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255',
    ],
  ])('IPv4 %s: %s', (expected, texts) => {
    for (const text of texts.split(' ')) expect([text, kind(text)]).toEqual([text, expected]);
  });

  it.each<[AddressKind, string]>([
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['ipv4-compatible', '::2 ::10.0.0.1 ::255.255.255.255'],
    ['ipv4-mapped', '::ffff:0.0.0.0 ::ffff:127.0.0.1 ::ffff:255.255.255.255'],
    ['ipv4-translated', '::ffff:0:0:0 ::ffff:0:255.255.255.255'],
    ['nat64', '64:ff9b:: 64:ff9b::255.255.255.255 64:ff9b:1:: 64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
    ['discard-only', '100:: 100::ffff:ffff:ffff:ffff'],
    ['dummy', '100:0:0:1:: 100:0:0:1:ffff:ffff:ffff:ffff'],
    ['teredo', '2001:: 2001:0:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['ietf-protocol', '2001:1:: 2001:1::1 2001:1::2 2001:1::3 2001:2:1:: 2001:4:: 2001:40:: 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['benchmarking', '2001:2:: 2001:2:0:ffff:ffff:ffff:ffff:ffff'],
    ['amt', '2001:3:: 2001:3:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['as112', '2001:4:112:: 2001:4:112:ffff:ffff:ffff:ffff:ffff 2620:4f:8000:: 2620:4f:8000:ffff:ffff:ffff:ffff:ffff'],
    ['orchid', '2001:10:: 2001:1f:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['orchid-v2', '2001:20:: 2001:2f:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['drone-remote-id', '2001:30:: 2001:3f:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['documentation', '2001:db8:: 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff 3fff:: 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['6to4', '2002:: 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['srv6-sid', '5f00:: 5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['unique-local', 'fc00:: fd00::1 fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['link-local', 'fe80:: fe80::1%eth0 febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['site-local', 'fec0:: feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['multicast', 'ff00:: ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['global-unicast', '2000:: 2001:200:: 2001:db7:ffff:: 2001:db9:: 2003:: 2601:646:100:69f1::165 3ffe:: 3fff:1000:: 3fff:ffff::'],
    [
      'reserved',
      '::1:0:0 ::fffe:0:0 ::1:0:0:0 64:ff9b::1:0:0 64:ff9b:2:: 100:0:0:2:: 200:: 3ff:: 4000:: 5eff:: 5f01:: fbff:: fe00:: fe7f::',
    ],
  ])('IPv6 %s: %s', (expected, texts) => {
    for (const text of texts.split(' ')) expect([text, kind(text)]).toEqual([text, expected]);
  });

  it('comes with its block, its document and whether the world reaches it', () => {
    const { block, ...rest } = classify(IpAddress.parse('2001:db8::1'));
    expect(String(block)).toBe('2001:db8::/32');
    expect(rest).toEqual({ kind: 'documentation', name: 'Documentation', rfc: 'RFC 3849', globallyReachable: false });
    expect(classify(IpAddress.parse('192.0.0.9')).globallyReachable).toBe(true);
    expect(classify(IpAddress.parse('2002::1')).globallyReachable).toBeUndefined();
  });

  it.each([
    ['ff00::1', 'reserved'],
    ['ff01::1', 'interface-local'],
    ['ff02::1:ff00:1', 'link-local'],
    ['ff03::1', 'realm-local'],
    ['ff04::1', 'admin-local'],
    ['ff05::1:3', 'site-local'],
    ['ff06::1', 'unassigned'],
    ['ff08::1', 'organization-local'],
    ['ff0d::1', 'unassigned'],
    ['ff0e::101', 'global'],
    ['ff0f::1', 'reserved'],
    ['ff32:40:fd00::1', 'link-local'],
    ['ff7e:140:2001:db8::1', 'global'],
    ['224.0.0.251', 'link-local'],
    ['224.0.1.1', 'global'],
    ['239.255.255.250', 'admin-local'],
    ['239.192.0.1', 'organization-local'],
    ['239.196.0.0', 'admin-local'],
    ['10.0.0.1', undefined],
    ['fe80::1', undefined],
  ])('has a scope when it is multicast: %s is %s', (text, scope) => {
    expect(classify(IpAddress.parse(text)).scope).toBe(scope);
  });
});

/** The registries' own rows as published on 2025-10-09, each with its column Globally Reachable: T, F, or - where that is empty or N/A. */
const registered = `
0.0.0.0/8 F, 0.0.0.0/32 F, 10.0.0.0/8 F, 100.64.0.0/10 F, 127.0.0.0/8 F, 169.254.0.0/16 F, 172.16.0.0/12 F, 192.0.0.0/24 F, 192.0.0.0/29 F,
192.0.0.8/32 F, 192.0.0.9/32 T, 192.0.0.10/32 T, 192.0.0.170/31 F, 192.0.2.0/24 F, 192.31.196.0/24 T, 192.52.193.0/24 T, 192.88.99.0/24 -,
192.88.99.2/32 F, 192.168.0.0/16 F, 192.175.48.0/24 T, 198.18.0.0/15 F, 198.51.100.0/24 F, 203.0.113.0/24 F, 240.0.0.0/4 F, 255.255.255.255/32 F,
::1/128 F, ::/128 F, ::ffff:0:0/96 F, 64:ff9b::/96 T, 64:ff9b:1::/48 F, 100::/64 F, 100:0:0:1::/64 F, 2001::/23 F, 2001::/32 -, 2001:1::1/128 T,
2001:1::2/128 T, 2001:1::3/128 T, 2001:2::/48 F, 2001:3::/32 T, 2001:4:112::/48 T, 2001:10::/28 -, 2001:20::/28 T, 2001:30::/28 T, 2001:db8::/32 F,
2002::/16 -, 2620:4f:8000::/48 T, 3fff::/20 F, 5f00::/16 F, fc00::/7 F, fe80::/10 F`;
/** What the special-purpose registries leave to those of the address spaces. */
const elsewhere = `
0.0.0.0/0 T, 224.0.0.0/4 -, 224.0.0.0/24 -, 239.0.0.0/8 -, 239.192.0.0/14 -,
::/0 F, ::/96 F, ::ffff:0:0:0/96 F, 200::/7 F, 2000::/3 T, fec0::/10 F, ff00::/8 -`;

describe('the table', () => {
  it('has the rows of the registries, and those that make it whole', () => {
    const reach = (value: boolean | undefined): string => (value === undefined ? '-' : value ? 'T' : 'F');
    const expected = `${registered},${elsewhere}`.split(',').map((row) => {
      const [block = '', reachable] = row.trim().split(' ');
      return `${IpPrefix.parse(block)} ${reachable}`;
    });
    expect(addressBlocks.map(({ block, globallyReachable }) => `${block} ${reach(globallyReachable)}`).sort()).toEqual(expected.sort());
  });

  it('is written in order, each row with its document', () => {
    addressBlocks.slice(1).forEach(({ block }, index) => {
      expect(block.compare((addressBlocks[index] as AddressBlock).block)).toBeGreaterThan(0);
    });
    for (const { rfc } of addressBlocks) expect(rfc).toMatch(/^RFC \d+/);
  });

  it('has no row that others hide: what no inner row takes is of its kind, from end to end', () => {
    for (const row of addressBlocks) {
      const inner = addressBlocks.filter(({ block }) => block.length > row.block.length && row.block.containsPrefix(block));
      const own = inner.reduce((rest, { block }) => rest.remove(block.toRange()), IntervalSet.of(row.block.toRange()));
      expect(own.isEmpty).toBe(false);
      for (const { first, last } of own.ranges())
        expect([classify(first).block, classify(last).block].map(String)).toEqual([row.block, row.block].map(String));
    }
  });
});

describe('an embedded IPv4 address', () => {
  it.each([
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::192.0.2.1', '192.0.2.1'],
    ['::ffff:0:192.0.2.1', '192.0.2.1'],
    ['64:ff9b::192.0.2.33', '192.0.2.33'],
    ['2002:c000:221::1', '192.0.2.33'],
    ['2001:0:4136:e378:8000:63bf:3fff:fdd2', '192.0.2.45'],
    ['64:ff9b:1::192.0.2.33', undefined],
    ['::1', undefined],
    ['::', undefined],
    ['2001:db8::192.0.2.33', undefined],
    ['192.0.2.1', undefined],
  ])('of %s is %s', (text, inside) => {
    expect(embeddedIpv4(IpAddress.parse(text))?.toString()).toBe(inside);
  });

  it('has a kind of its own, which its carrier hides', () => {
    const address = IpAddress.parse('::ffff:127.0.0.1');
    expect(classify(address).kind).toBe('ipv4-mapped');
    expect(embeddedIpv4(address)).toSatisfy((inside: IpAddress) => classify(inside).kind === 'loopback');
  });
});
