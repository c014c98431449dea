import { describe, expect, it } from 'vitest';
import { IpAddress, IpPrefix, IpRange, rangePrefixes } from './index.js';

describe('a prefix', () => {
  it('masks host bits and knows its ends', () => {
    const prefix = IpPrefix.parse('192.168.1.77/24');
    expect([prefix.toString(), prefix.first.toString(), prefix.last.toString(), prefix.netmask()]).toEqual([
      '192.168.1.0/24',
      '192.168.1.0',
      '192.168.1.255',
      '255.255.255.0',
    ]);
    expect(IpPrefix.parse('2001:db8::/64').netmask()).toBe('ffff:ffff:ffff:ffff:0000:0000:0000:0000');
    expect(IpPrefix.parse('::/0').last.toString()).toBe('ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff');
    expect(IpPrefix.parse('10.0.0.1').length).toBe(32);
  });

  it.each([
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/08',
    '10.0.0.0/-1',
    '::/129',
    'nonsense',
    '192.168.01.0/24',
    'fe80::1%eth0/64',
    '10.0.0.0/255.0.0.0',
  ])('%s is refused', (text) => {
    expect(() => IpPrefix.parse(text)).toThrowError(expect.objectContaining({ code: 'InvalidPrefix' }));
  });

  it('contains and overlaps within its family only', () => {
    const wide = IpPrefix.parse('::/0');
    expect(wide.contains(IpAddress.parse('10.0.0.1'))).toBe(false);
    expect(IpPrefix.parse('10.0.0.0/8').containsPrefix(IpPrefix.parse('10.1.0.0/16'))).toBe(true);
    expect(IpPrefix.parse('10.1.0.0/16').overlaps(IpPrefix.parse('10.0.0.0/8'))).toBe(true);
    expect(IpPrefix.parse('10.1.0.0/16').overlaps(IpPrefix.parse('10.2.0.0/16'))).toBe(false);
  });

  it('is made of a netmask', () => {
    expect(IpPrefix.fromNetmask(IpAddress.parse('10.0.9.165'), '255.255.255.0').toString()).toBe('10.0.9.0/24');
    expect(IpPrefix.fromNetmask(IpAddress.parse('2001:db8::5'), 'ffff:ffff:ffff:ffff:0000:0000:0000:0000').toString()).toBe(
      '2001:db8::/64',
    );
    expect(IpPrefix.fromNetmask(IpAddress.parse('10.0.9.165'), '0.0.0.0').toString()).toBe('0.0.0.0/0');
    for (const mask of ['255.0.255.0', 'ffff::', 'x']) {
      expect(() => IpPrefix.fromNetmask(IpAddress.parse('10.0.0.1'), mask)).toThrowError(
        expect.objectContaining({ code: 'InvalidPrefix' }),
      );
    }
  });
});

describe('a range', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['10.0.0.1/30', '10.0.0.0-10.0.0.3'],
    ['10.0.0.1-10.0.0.9', '10.0.0.1-10.0.0.9'],
    ['2001:DB8:0:1:: - 2001:db8:0:1:0:0:0:ff', '2001:db8:0:1::-2001:db8:0:1::ff'],
  ])('%s reads as %s', (text, printed) => {
    expect(IpRange.parse(text).toString()).toBe(printed);
  });

  it.each(['1.2.4', 'a-b,c-d', '192.168.1.2-192.168.1.8/30', '10.0.0.9-10.0.0.1', '10.0.0.1-::2', '1-2-3', ''])(
    "'%s' is refused",
    (text) => {
      expect(() => IpRange.parse(text)).toThrowError(expect.objectContaining({ code: 'InvalidRange' }));
    },
  );

  it('is cut by another', () => {
    expect(IpRange.parse('10.0.0.0/30').intersect(IpRange.parse('10.0.0.2-10.0.0.9'))?.toString()).toBe('10.0.0.2-10.0.0.3');
    expect(IpRange.parse('10.0.0.0/30').intersect(IpRange.parse('10.0.0.4'))).toBeUndefined();
  });

  it('splits into few networks however large it is', () => {
    expect([...rangePrefixes(IpRange.parse('10.0.0.1-10.0.0.6'))].map(String)).toEqual([
      '10.0.0.1/32',
      '10.0.0.2/31',
      '10.0.0.4/31',
      '10.0.0.6/32',
    ]);
    expect([...rangePrefixes(IpRange.parse('::/0'))].map(String)).toEqual(['::/0']);
    expect([...rangePrefixes(IpRange.parse('0.0.0.0/0'))].map(String)).toEqual(['0.0.0.0/0']);
    expect([...rangePrefixes(IpRange.parse('::1-ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe'))]).toHaveLength(254);
  });
});
