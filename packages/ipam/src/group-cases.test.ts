import { describe, expect, it } from 'vitest';
import { type Network, parseInstanceGroupNetworks, parseNetworks } from './index.js';

const a = { name: 'a', subnets: [{ range: '192.168.1.0/24', gateway: '192.168.1.1', static: ['192.168.1.10-192.168.1.20'] }] };
const b = {
  name: 'b',
  subnets: [{ range: '2001:db8:0:1::/64', gateway: '2001:db8:0:1::1', static: ['2001:db8:0:1::10 - 2001:db8:0:1::20'] }],
};
const zoned = {
  name: 'z',
  subnets: [
    { range: '192.168.1.0/24', gateway: '192.168.1.1', az: 'z1', static: ['192.168.1.10-192.168.1.14'] },
    { range: '192.168.2.0/24', gateway: '192.168.2.1', az: 'z2', static: ['192.168.2.10-192.168.2.14'] },
  ],
};
const prefixed = {
  name: 'p',
  subnets: [{ range: '192.168.1.0/24', gateway: '192.168.1.1', prefix: 26, static: ['192.168.1.64', '192.168.1.128', '192.168.1.191'] }],
};
const networks: Network[] = parseNetworks([a, b, zoned, prefixed, { name: 'd', type: 'dynamic' }, { name: 'v', type: 'vip' }], {
  azNames: ['z1', 'z2'],
  neverAllocate: [],
});
const parse = (entries: unknown, instances = 1, azs?: string[]) =>
  parseInstanceGroupNetworks(entries, networks, {
    instances,
    pointer: '/instance_groups/0/networks',
    azNames: ['z1', 'z2'],
    ...(azs && { azs }),
  });
const at = '/instance_groups/0/networks';
const both = [{ name: 'a' }, { name: 'b', default: ['dns', 'gateway'] }];

/** Numbers are the rows of the networking reference, table B. */
describe('instance group cases: refused', () => {
  it.each<[string, unknown, number, string[] | undefined, number, string]>([
    ['no networks key', undefined, 1, undefined, 40001, '/instance_groups/0'],
    ['networks no array', {}, 1, undefined, 40000, at],
    ['34 no networks', [], 1, undefined, 140009, at],
    ['34 unknown network', [{ name: 'x' }], 1, undefined, 150001, `${at}/0/name`],
    ['an entry without name', [{}], 1, undefined, 40001, `${at}/0`],
    ['35 static IPs on dynamic', [{ name: 'd', static_ips: ['192.168.1.10'] }], 1, undefined, 150008, `${at}/0/static_ips`],
    [
      '36 the same address twice',
      [{ name: 'a', static_ips: ['192.168.1.10', '192.168.1.10'] }],
      2,
      undefined,
      150009,
      `${at}/0/static_ips/1`,
    ],
    [
      '36 twice in two spellings',
      [{ name: 'b', static_ips: ['2001:db8:0:1::10', '2001:0db8:0000:0001:0000:0000:0000:0010'] }],
      2,
      undefined,
      150009,
      `${at}/0/static_ips/1`,
    ],
    ['37 default foo', [{ name: 'a' }, { name: 'b', default: ['dns', 'gateway', 'foo'] }], 1, undefined, 150003, `${at}/1/default/2`],
    [
      '38 gateway twice',
      [
        { name: 'a', default: ['gateway', 'dns'] },
        { name: 'p', default: ['gateway'] },
      ],
      1,
      undefined,
      150004,
      `${at}/1/default`,
    ],
    [
      '38 addressable twice',
      [
        { name: 'a', default: ['gateway', 'dns', 'addressable'] },
        { name: 'b', default: ['addressable'] },
      ],
      1,
      undefined,
      150004,
      `${at}/1/default`,
    ],
    ['39 no default, one family twice', [{ name: 'a' }, { name: 'p' }], 1, undefined, 150005, at],
    ['39 only dns', [{ name: 'a', default: ['dns'] }, { name: 'b' }], 1, undefined, 150005, at],
    [
      '42 two static IPs for one instance',
      [{ name: 'a', static_ips: ['192.168.1.10-192.168.1.11'] }],
      1,
      undefined,
      150002,
      `${at}/0/static_ips`,
    ],
    ['42 no static IPs for one instance', [{ name: 'a', static_ips: [] }], 1, undefined, 150002, `${at}/0/static_ips`],
    [
      '42 a /64 of static IPs, never written out',
      [{ name: 'b', static_ips: ['2001:db8:0:1::/64'] }],
      1,
      undefined,
      150002,
      `${at}/0/static_ips/0`,
    ],
    ['44 subnets have AZs, the group none', [{ name: 'z' }], 1, undefined, 150006, `${at}/0`],
    ['44 the group has AZs, subnets none', [{ name: 'a' }], 1, ['z1'], 150006, '/instance_groups/0/azs'],
    ['44 a zone is not served', [{ name: 'z' }], 1, ['z1', 'z3'], 150006, '/instance_groups/0/azs'],
    ['45 azs empty', [{ name: 'z' }], 1, [], 140017, '/instance_groups/0/azs'],
    ['45 only vip and an unknown AZ', [{ name: 'v' }], 1, ['z9'], 140018, '/instance_groups/0/azs/0'],
    ['46 outside every subnet', [{ name: 'a', static_ips: ['192.168.3.5'] }], 1, undefined, 150002, `${at}/0/static_ips/0`],
    ['46 of the dynamic pool', [{ name: 'a', static_ips: '192.168.1.30' }], 1, undefined, 150002, `${at}/0/static_ips`],
    ['50 static IP of another zone', [{ name: 'z', static_ips: ['192.168.1.10'] }], 1, ['z2'], 150007, `${at}/0/static_ips/0`],
    ['53 nic_group true', [{ name: 'a', nic_group: true }], 1, undefined, 40000, `${at}/0/nic_group`],
    ['75 not the base of a prefix', [{ name: 'p', static_ips: ['192.168.1.191'] }], 1, undefined, 150002, `${at}/0/static_ips/0`],
    ['static_ips unreadable', [{ name: 'a', static_ips: ['1.2.3'] }], 1, undefined, 160010, `${at}/0/static_ips/0`],
    ['static_ips a number', [{ name: 'a', static_ips: 5 }], 1, undefined, 40000, `${at}/0/static_ips`],
    [
      'one network twice (BOSH: leaks an address)',
      [{ name: 'a', default: ['dns', 'gateway'] }, { name: 'a' }],
      1,
      undefined,
      undefined as unknown as number,
      `${at}/1`,
    ],
  ])('%s', (_, entries, instances, azs, number, pointer) => {
    expect(() => parse(entries, instances, azs)).toThrowError(
      expect.objectContaining({ number, where: expect.objectContaining({ pointer }) }),
    );
  });
});

describe('static_ips that are meant otherwise', () => {
  it.each<[string, number, RegExp, RegExp]>([
    ['2001:db8:0:1::15/64', 150002, /'2001:db8:0:1::15\/64' .* all addresses of a network/, /without '\/64': '2001:db8:0:1::15'/],
    ['2001:db8:0:1::15%eth0', 160010, /zone/, /leave out the zone '%eth0'/],
    ['[2001:db8:0:1::15]', 160010, /neither/, /leave out the brackets/],
    ['2001:db8:0:1::16-2001:db8:0:1::15', 160010, /ends before it starts/, /'2001:db8:0:1::15-2001:db8:0:1::16'/],
  ])('%s', (text, number, message, hint) => {
    expect(() => parse([{ name: 'b', static_ips: [text] }])).toThrowError(
      expect.objectContaining({
        number,
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
        where: { pointer: `${at}/0/static_ips/0` },
      }),
    );
  });
  it('a network with as many addresses as instances is a list of them', () => {
    expect(parse([{ name: 'a', static_ips: ['192.168.1.12/30'] }], 4)[0]?.staticIps).toHaveLength(4);
  });
});

describe('instance group cases: accepted', () => {
  const ips = (entries: unknown, instances: number, azs?: string[]) => parse(entries, instances, azs)[0]?.staticIps?.map(String);

  it('41 a single network is default for dns and gateway whatever was said', () => {
    expect(parse([{ name: 'a', default: ['addressable'] }])[0]?.default).toEqual(['dns', 'gateway']);
  });
  it('40 defaults on two networks', () => {
    expect(
      parse([
        { name: 'a', default: ['dns'] },
        { name: 'b', default: ['gateway'] },
      ]).map((entry) => entry.default),
    ).toEqual([['dns'], ['gateway']]);
    expect(parse(both).map((entry) => entry.default)).toEqual([[], ['dns', 'gateway']]);
  });
  it('38 a gateway for each family (BOSH: one)', () => {
    expect(
      parse([
        { name: 'a', default: ['gateway', 'dns'] },
        { name: 'b', default: ['gateway'] },
      ]).map((entry) => entry.default),
    ).toEqual([['gateway', 'dns'], ['gateway']]);
  });
  it('39 no default, each family once: both gateways (BOSH: refused)', () => {
    expect(parse([{ name: 'a' }, { name: 'b' }]).map((entry) => entry.default)).toEqual([['gateway', 'dns'], ['gateway']]);
  });
  it('43 no instance, no static IP', () => {
    expect(ips([{ name: 'a', static_ips: [] }], 0)).toEqual([]);
  });
  it('47 any spelling, and ranges in order', () => {
    expect(ips([{ name: 'b', static_ips: ['2001:DB8:0:1::1A'] }], 1)).toEqual(['2001:db8:0:1::1a']);
    expect(ips([{ name: 'b', static_ips: ['2001:db8:0:1::12 - 2001:db8:0:1::14'] }], 3)).toEqual([
      '2001:db8:0:1::12',
      '2001:db8:0:1::13',
      '2001:db8:0:1::14',
    ]);
  });
  it('48 a string', () => {
    expect(ips([{ name: 'a', static_ips: '192.168.1.10' }], 1)).toEqual(['192.168.1.10']);
  });
  it('51 static IPs over two zones', () => {
    expect(ips([{ name: 'z', static_ips: ['192.168.1.10', '192.168.1.11', '192.168.2.10'] }], 3, ['z1', 'z2'])).toHaveLength(3);
  });
  it('52 nic_group', () => {
    expect(
      parse([
        { name: 'a', nic_group: 1, default: ['dns', 'gateway'] },
        { name: 'b', nic_group: '1' },
      ]).map((entry) => entry.nicGroup),
    ).toEqual(['1', '1']);
  });
});
