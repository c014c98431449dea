import { describe, expect, it } from 'vitest';
import { networkMap, speaksUtf8 } from './network-map.js';
import { magnitude } from './networks-table.js';

const region = (counts: Record<string, string>, first = 'a', last = 'z') => ({
  used: '0',
  reserved: '0',
  static: '0',
  free: '0',
  first,
  last,
  ...counts,
});
const tiny = {
  network: 'tiny',
  range: '192.0.2.0/28',
  size: '16',
  regions: [region({ reserved: '2' }), region({ used: '1' }), region({ free: '12' }), region({ reserved: '1' })],
};
const large = {
  network: 'ipv6',
  range: '2001:db8::/64',
  size: '18446744073709551616',
  regions: [
    region({ reserved: '1' }),
    region({ used: '3' }),
    region({ static: '17' }),
    region({ free: '18446744073709551594' }),
    region({ reserved: '1' }),
  ],
};
const plain = { width: 48, unicode: false, color: false };
const bars = (text: string): string[] =>
  text
    .split('\n\n')[0]
    ?.split('\n')
    .map((line) => line.split('  ').at(-1) ?? '') ?? [];

describe('the map of a subnet', () => {
  it('has a cell an address where there is room, else shows every stretch by its magnitude', () => {
    expect(networkMap({ subnets: [tiny, large] }, plain)).toBe(
      [
        'tiny  192.0.2.0/28   --#............-',
        'ipv6  2001:db8::/64  --##ssss.......................................-',
        '',
        '# used  s static  - reserved  . free  (drawn by magnitude, not to scale)',
        '',
      ].join('\n'),
    );
  });

  it('is drawn with blocks where the terminal can, and in colour where it may', () => {
    const text = networkMap({ subnets: [tiny] }, { ...plain, unicode: true });
    expect(text.split('\n')).toEqual(['tiny  192.0.2.0/28  ░░█············░', '', '█ used  ▒ static  ░ reserved  · free', '']);
    expect(networkMap({ subnets: [tiny] }, { ...plain, color: true })).toContain('\u001b[33m#\u001b[0m\u001b[32m............\u001b[0m');
  });

  it('fits its width, however many stretches there are', () => {
    const counts = (at: number) => (at % 2 === 0 ? { used: '100' } : { free: '100' });
    const busy = (length: number) => ({
      network: 'n',
      range: 'r',
      size: '99999',
      regions: Array.from({ length }, (_, at) => region(counts(at))),
    });
    for (const length of [1, 2, 47, 48, 49, 64, 200]) expect(bars(networkMap({ subnets: [busy(length)] }, plain))[0]).toHaveLength(48);
    const mixed = { ...large, regions: [region({ used: '7', free: '5000', static: '3', reserved: '1' })] };
    expect(bars(networkMap({ subnets: [mixed] }, plain))[0]).toMatch(/^-+#+s+\.+$/);
  });

  it('is as wide as the terminal has room for, on a line of its own where there is next to none', () => {
    const long = { ...large, range: '2601:646:100:69f1:20d:b9ff:fe48:9200/120' };
    const lines = (columns: number): string[] =>
      networkMap({ subnets: [tiny, long] }, { ...plain, columns })
        .split('\n\n')[0]
        ?.split('\n') ?? [];
    expect(lines(200)).toEqual(
      networkMap({ subnets: [tiny, long] }, plain)
        .split('\n\n')[0]
        ?.split('\n'),
    );
    for (const columns of [64, 65, 80, 95, 96, 97]) {
      expect(lines(columns)).toHaveLength(2);
      expect(lines(columns)[1]).toHaveLength(Math.min(columns, 96));
    }
    expect(lines(63)).toEqual([
      'tiny  192.0.2.0/28',
      '  --#............-',
      `ipv6  ${long.range}`,
      expect.stringMatching(/^ {2}[-#s.]{48}$/),
    ]);
    for (const line of lines(50)) expect(line.length).toBeLessThanOrEqual(50);
  });

  it('is not there without a subnet that has addresses', () => {
    expect(networkMap({ subnets: [] }, plain)).toBe('');
    expect(networkMap({ subnets: [{ network: 'dhcp', type: 'dynamic', regions: [] }] }, plain)).toBe('');
  });

  it.each([
    [{ LANG: 'en_US.UTF-8' }, true],
    [{ LANG: 'C.utf8' }, true],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, false],
    [{ LC_ALL: '', LC_CTYPE: 'C.UTF-8', LANG: 'C' }, true],
    [{ LANG: 'de_DE.ISO-8859-1' }, false],
    [{}, false],
  ])('%j: blocks %s', (environment, yes) => expect(speaksUtf8(environment)).toBe(yes));
});

describe('a large count', () => {
  it.each([
    ['0', '0'],
    ['999999', '999999'],
    ['1000000', '1.00e6'],
    ['18446744073709551594', '1.84e19'],
    ['', ''],
  ])('%s is read as %s', (digits, text) => expect(magnitude(digits)).toBe(text));
});
