import { describe, expect, it } from 'vitest';
import { fromIpaddrJs, IpAddress, toIpaddrJs } from './index.js';

describe('an address', () => {
  it.each([
    ['2601:0646:0100:69f1:0000:0000:0000:0165', '2601:646:100:69f1::165'],
    ['2001:DB8::A', '2001:db8::a'],
    ['::', '::'],
    ['1::', '1::'],
    ['::1', '::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['::FFFF:c000:201', '::ffff:192.0.2.1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['10.0.9.165', '10.0.9.165'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
  ])('%s is printed %s', (text, printed) => {
    expect(IpAddress.parse(text).toString()).toBe(printed);
  });

  it.each([
    '',
    ':',
    ':::',
    '1',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '010.0.0.1',
    '0x7f.1.1.1',
    '1.2.3.4 ',
    '1..2.3',
    '-1.2.3.4',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    '::1:2:3:4:5:6:7:8',
    '12345::',
    'g::',
    '1:',
    ':1',
    '1:2:3:4:5:6:7:',
    '::1.2.3',
    '1:2:3:4:5:6:7:1.2.3.4',
    '::1.2.3.4:5',
    'fe80::1%',
    'fe80::1%a b',
    '10.0.0.1%eth0',
    '[::1]',
    '::1/64',
    '１.2.3.4',
    '1.2.3.4444',
  ])("'%s' is refused", (text) => {
    expect(IpAddress.tryParse(text)).toBeUndefined();
    expect(() => IpAddress.parse(text)).toThrowError(expect.objectContaining({ code: 'InvalidAddress' }));
  });

  it('prints expanded', () => {
    expect(IpAddress.parse('2601:646:100:69f1::165').toExpanded()).toBe('2601:0646:0100:69f1:0000:0000:0000:0165');
    expect(IpAddress.parse('10.0.0.1').toExpanded()).toBe('10.0.0.1');
  });

  it('knows its family although small IPv6 numbers look like IPv4', () => {
    const [four, six] = [IpAddress.parse('0.0.0.1'), IpAddress.parse('::1')];
    expect(four.equals(six)).toBe(false);
    expect(four.compare(six)).toBeLessThan(0);
    expect(IpAddress.fromBytes(4, four.toBytes16()).equals(four)).toBe(true);
  });

  it('stays inside its family when computed with', () => {
    expect(IpAddress.parse('10.0.0.255').add(1).toString()).toBe('10.0.1.0');
    expect(IpAddress.parse('2001:db8::').add(-1).toString()).toBe('2001:db7:ffff:ffff:ffff:ffff:ffff:ffff');
    expect(
      IpAddress.parse('::')
        .add(1n << 64n)
        .toString(),
    ).toBe('0:0:0:1::');
    for (const [text, n] of [
      ['255.255.255.255', 1],
      ['0.0.0.0', -1],
      ['::', -1],
      ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 1],
      ['::', 1n << 128n],
    ] as const) {
      expect(() => IpAddress.parse(text).add(n)).toThrowError(expect.objectContaining({ code: 'AddressOverflow' }));
    }
  });
});

describe('ipaddr.js', () => {
  it('is crossed to and back with the zone', () => {
    for (const text of ['10.0.0.1', '2001:db8::1', 'fe80::1%eth0'])
      expect(fromIpaddrJs(toIpaddrJs(IpAddress.parse(text))).toString()).toBe(text);
  });
});
