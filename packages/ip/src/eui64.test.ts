import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eui64Address, IpAddress, IpPrefix, macOfEui64 } from './index.js';

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
const octets = fc.uint8Array({ minLength: 6, maxLength: 6 });
const slash64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((n) => IpPrefix.of(IpAddress.fromBigInt(6, n << 64n), 64));
const interfaceId = (address: IpAddress): bigint => address.toBigInt() & (2n ** 64n - 1n);

describe('an EUI-64 address', () => {
  it("is made of a MAC address: the post's gateway", () => {
    const address = eui64Address(IpPrefix.parse('2601:646:100:69f1::/64'), '00:0D:B9:48:92:49');
    expect(address.toString()).toBe('2601:646:100:69f1:20d:b9ff:fe48:9249');
    expect(macOfEui64(address)).toBe('00:0d:b9:48:92:49');
  });

  it('leads back to its MAC address in lower case, however that was written, and keeps its network', () => {
    fc.assert(
      fc.property(slash64, octets, fc.constantFrom(':', '-'), fc.boolean(), (network, bytes, separator, upper) => {
        const mac = [...bytes].map(hex).join(separator);
        const address = eui64Address(network, upper ? mac.toUpperCase() : mac);
        expect(macOfEui64(address)).toBe([...bytes].map(hex).join(':'));
        expect(network.contains(address)).toBe(true);
      }),
    );
  });

  it('is what its MAC address makes again', () => {
    fc.assert(
      fc.property(slash64, fc.bigInt(0n, 2n ** 24n - 1n), fc.bigInt(0n, 2n ** 24n - 1n), (network, high, low) => {
        const address = network.first.add((high << 40n) | 0xfffe000000n | low);
        const mac = macOfEui64(address);
        expect(mac).toBeDefined();
        expect(eui64Address(network, mac as string).equals(address)).toBe(true);
      }),
    );
  });

  it('inverts the universal/local bit and no other', () => {
    fc.assert(
      fc.property(slash64, octets, (network, bytes) => {
        const [a, b, c, d, e, f] = [...bytes].map(BigInt) as [bigint, bigint, bigint, bigint, bigint, bigint];
        const plain = (a << 56n) | (b << 48n) | (c << 40n) | 0xfffe000000n | (d << 16n) | (e << 8n) | f;
        expect(interfaceId(eui64Address(network, [...bytes].map(hex).join(':'))) ^ plain).toBe(1n << 57n);
      }),
    );
  });

  it('is told from every other address', () => {
    fc.assert(
      fc.property(slash64, fc.bigInt(0n, 2n ** 64n - 1n), (network, id) => {
        fc.pre(((id >> 24n) & 0xffffn) !== 0xfffen);
        expect(macOfEui64(network.first.add(id))).toBeUndefined();
      }),
    );
    for (const text of ['2001:db8::1', '2001:db8::fe00:0', '2001:db8::ff:0:0', '2001:db8::ff:ff00:0', '10.255.254.1'])
      expect(macOfEui64(IpAddress.parse(text))).toBeUndefined();
  });

  it.each([
    '',
    '00:0d',
    '00:0d:b9:48:92',
    '00:0d:b9:48:92:49:00',
    '00:0d:b9:48:92:4g',
    '00-0d:b9:48:92:49',
    '000db9489249',
    ' 00:0d:b9:48:92:49',
  ])("is not made of '%s'", (mac) => {
    expect(() => eui64Address(IpPrefix.parse('fe80::/64'), mac)).toThrowError(expect.objectContaining({ code: 'InvalidMac' }));
  });

  it.each(['2001:db8::/63', '2001:db8::/65', '2001:db8::/128', '10.0.0.0/8'])('is not made in %s', (network) => {
    const make = (): IpAddress => eui64Address(IpPrefix.parse(network), '00:0d:b9:48:92:49');
    expect(make).toThrowError(expect.objectContaining({ code: 'InvalidPrefix' }));
  });
});
