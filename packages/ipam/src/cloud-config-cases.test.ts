import { IpAddress } from '@bosh6/ip';
import { describe, expect, it } from 'vitest';
import { type ParseNetworksOptions, parseNetworks } from './index.js';

const S4 = { range: '192.168.1.0/24', gateway: '192.168.1.1' };
const S6 = { range: '2001:db8:0:1::/64', gateway: '2001:db8:0:1::1' };
const net = (...subnets: unknown[]): unknown[] => [{ name: 'a', type: 'manual', subnets }];
const options: ParseNetworksOptions = { azNames: ['z1', 'z2'], neverAllocate: ['192.168.1.222', '2001:db8:0:1::222'].map(IpAddress.parse) };
const sub = '/networks/0/subnets/0';
/** What the message names of network `a`: it, and its subnet where the range could be read. */
const named = (pointer: string): RegExp => {
  if (!pointer.startsWith('/networks/0/subnets/0/')) return /./;
  return pointer === `${sub}/range`
    ? /network '[adv]'/
    : /network ('a'.* |'a', subnet )(192\.168\.1\.0\/24|2001:db8:0:1::\/64)|network '[dv]'/;
};

/** Numbers are the rows of the networking reference, table A. Where ours differs from BOSH on purpose, the name says so. */
describe('cloud config cases: refused', () => {
  it.each<[string, unknown, number, string]>([
    ['1 key networks missing', undefined, 40001, ''],
    ['1 no networks', [], 190008, '/networks'],
    ['31 networks a string', 'a', 40000, '/networks'],
    ['2 type', [{ name: 'a', type: 'foo' }], 190010, '/networks/0/type'],
    [
      '3 names equal in DNS',
      [...net(S4), { name: 'my_net', type: 'dynamic' }, { name: 'my-net', type: 'dynamic' }],
      190007,
      '/networks/2/name',
    ],
    ['4 name ends with -', [{ name: 'net-', subnets: [S4] }], 420001, '/networks/0/name'],
    ['5 no subnets', [{ name: 'a' }], 40001, '/networks/0'],
    ['5 no range', net({ gateway: '192.168.1.1' }), 40001, sub],
    ['5 no gateway', net({ range: '192.168.1.0/24' }), 40001, sub],
    ['7 /32', net({ ...S4, range: '192.168.1.1/32' }), 160002, `${sub}/range`],
    ['7 no length', net({ ...S4, range: '192.168.1.0' }), 160002, `${sub}/range`],
    ['7 /128', net({ ...S6, range: '2001:db8::1/128' }), 160002, `${sub}/range`],
    ['10 gateway with a length', net({ ...S4, gateway: '192.168.1.1/30' }), 160003, `${sub}/gateway`],
    ['10 gateway outside', net({ ...S4, gateway: '192.168.2.1' }), 160003, `${sub}/gateway`],
    ['10 gateway is the network id', net({ ...S4, gateway: '192.168.1.0' }), 160003, `${sub}/gateway`],
    ['10 gateway is broadcast', net({ ...S4, gateway: '192.168.1.255' }), 160003, `${sub}/gateway`],
    ['11 IPv4 gateway in IPv6', net({ ...S6, gateway: '10.0.0.1' }), 160003, `${sub}/gateway`],
    ['11 gateway outside, not link-local', net({ ...S6, gateway: '2001:db8:0:2::1' }), 160003, `${sub}/gateway`],
    ...['ff02::1', '::', '::1', '::ffff:192.0.2.1'].map((gateway): [string, unknown, number, string] => [
      `11 gateway ${gateway} on the link`,
      net({ ...S6, gateway, on_link: true }),
      160003,
      `${sub}/gateway`,
    ]),
    ...['224.0.0.1', '0.0.0.0', '127.0.0.1', '255.255.255.255'].map((gateway): [string, unknown, number, string] => [
      `10 gateway ${gateway} on the link`,
      net({ ...S4, gateway, on_link: true }),
      160003,
      `${sub}/gateway`,
    ]),
    ...['ff02::/64', '::ffff:192.0.2.0/120', '224.0.0.0/24', '127.0.0.0/8'].map((range): [string, unknown, number, string] => [
      `13 range ${range}`,
      net({ range, gateway: '192.0.2.1', on_link: true }),
      160002,
      `${sub}/range`,
    ]),
    ['12 IPv6 gateway in IPv4', net({ ...S4, gateway: '2001:db8::1' }), 160003, `${sub}/gateway`],
    ['13 range unreadable', net({ ...S4, range: 'nonsense' }), 160002, `${sub}/range`],
    ['13 range /33', net({ ...S4, range: '192.168.1.0/33' }), 160002, `${sub}/range`],
    ['13 range octal', net({ ...S4, range: '192.168.01.0/24' }), 160002, `${sub}/range`],
    ['14 dns a name', net({ ...S4, dns: ['8.8.8.8', 'foo.bar'] }), 160004, `${sub}/dns/1`],
    ['14 dns a network', net({ ...S4, dns: ['10.0.0.0/24'] }), 160004, `${sub}/dns/0`],
    ['14 dns a string', net({ ...S4, dns: '10.0.0.1' }), 40000, `${sub}/dns`],
    ['15 reserved outside', net({ ...S4, reserved: ['192.168.1.9', '192.168.2.5'] }), 160005, `${sub}/reserved/1`],
    ['15 reserved leaves the range', net({ ...S4, reserved: ['192.168.1.250-192.168.2.5'] }), 160005, `${sub}/reserved/0`],
    ['15 reserved of the other family', net({ ...S6, reserved: ['10.0.0.1'] }), 160005, `${sub}/reserved/0`],
    ['16 reserved 1.2.4', net({ ...S4, reserved: ['1.2.4'] }), 160010, `${sub}/reserved/0`],
    ['16 reserved a-b,c-d', net({ ...S4, reserved: 'a-b,c-d' }), 160010, `${sub}/reserved`],
    ['16 reserved range with length', net({ ...S4, reserved: ['192.168.1.2-192.168.1.8/30'] }), 160010, `${sub}/reserved/0`],
    ['16 reserved IPv6 in IPv4', net({ ...S4, reserved: ['2001:db8::1'] }), 160010, `${sub}/reserved/0`],
    ['17 reversed reserved (BOSH: empty)', net({ ...S4, reserved: ['192.168.1.20-192.168.1.2'] }), 160010, `${sub}/reserved/0`],
    ['17 reversed static (BOSH: empty)', net({ ...S6, static: ['2001:db8:0:1::170-2001:db8:0:1::165'] }), 160010, `${sub}/static/0`],
    ['19 static outside', net({ ...S4, static: ['192.168.2.5'] }), 160006, `${sub}/static/0`],
    ['19 static IPv6 outside', net({ ...S6, static: ['2001:db8:0:2::5'] }), 160006, `${sub}/static/0`],
    ['20 static in reserved', net({ ...S4, reserved: ['192.168.1.5-192.168.1.10'], static: ['192.168.1.5'] }), 160006, `${sub}/static/0`],
    ['20 static is the gateway', net({ ...S4, static: ['192.168.1.1'] }), 160006, `${sub}/static/0`],
    ['20 static is .0', net({ ...S4, static: ['192.168.1.0'] }), 160006, `${sub}/static/0`],
    ['20 static is the anycast address', net({ ...S6, static: ['2001:db8:0:1::'] }), 160006, `${sub}/static/0`],
    ['20 static /25', net({ ...S4, static: ['192.168.1.0/25'] }), 160006, `${sub}/static/0`],
    ['62 static is the Director', net({ ...S4, static: ['192.168.1.222'] }), 160006, `${sub}/static/0`],
    ['21 overlap IPv4', net(S4, { range: '192.168.1.0/28', gateway: '192.168.1.1' }), 160001, '/networks/0/subnets/1/range'],
    ['21 overlap IPv6', net(S6, { range: '2001:db8::/48', gateway: '2001:db8::1' }), 160001, '/networks/0/subnets/1/range'],
    ['23 prefix shorter than the range', net({ ...S4, prefix: 23 }), 16013, `${sub}/prefix`],
    ['23 prefix longer than an address', net({ ...S4, prefix: 33 }), 16013, `${sub}/prefix`],
    [
      '24 prefixes of one family differ',
      net({ ...S4, prefix: 32 }, S6, { range: '192.168.3.0/24', gateway: '192.168.3.1', prefix: 28 }),
      16014,
      '/networks/0/subnets/2/prefix',
    ],
    ['25 az and azs', net({ ...S4, az: 'z1', azs: ['z1'] }), 160008, `${sub}/azs`],
    ['25 azs empty', net({ ...S4, azs: [] }), 160008, `${sub}/azs`],
    ['25 az unknown', net({ ...S4, az: 'z9' }), 160007, `${sub}/az`],
    ['25 az null', net({ ...S4, az: null }), 40000, `${sub}/az`],
    ['26 with and without az', net({ ...S4, az: 'z1' }, S6), 140016, '/networks/0/subnets/1'],
    ['27 cloud_properties', net({ ...S4, cloud_properties: 'x' }), 40000, `${sub}/cloud_properties`],
    ['27 netmask_bits', net({ ...S4, netmask_bits: '24' }), 40000, `${sub}/netmask_bits`],
    ['28 dynamic with az', [{ name: 'd', type: 'dynamic', az: 'z1' }], 160008, '/networks/0/az'],
    ['28 dynamic with managed', [{ name: 'd', type: 'dynamic', managed: true }], 160008, '/networks/0/managed'],
    ['28 dynamic with prefix', [{ name: 'd', type: 'dynamic', prefix: 28 }], 160008, '/networks/0/prefix'],
    ['28 dynamic with dns and subnets', [{ name: 'd', type: 'dynamic', dns: [], subnets: [] }], 160008, '/networks/0/dns'],
    ['28 dynamic subnet prefix', [{ name: 'd', type: 'dynamic', subnets: [{ prefix: 64 }] }], 160008, '/networks/0/subnets/0/prefix'],
    [
      '28 dynamic subnet prefix a string',
      [{ name: 'd', type: 'dynamic', subnets: [{ prefix: '32' }] }],
      40000,
      '/networks/0/subnets/0/prefix',
    ],
    ['vip static a string', [{ name: 'v', type: 'vip', subnets: [{ static: '1.1.1.1' }] }], 40000, '/networks/0/subnets/0/static'],
    ['a subnet that is no mapping', net('x'), 40000, sub],
  ])('%s', (_, networks, number, pointer) => {
    expect(() => parseNetworks(networks, options)).toThrowError(
      expect.objectContaining({ number, message: expect.stringMatching(named(pointer)), where: expect.objectContaining({ pointer }) }),
    );
  });

  it.each<[string, string, unknown, number, RegExp]>([
    ['gateway with a zone', 'gateway', 'fe80::1%eth0', 160003, /zone '%eth0'/],
    ['gateway in brackets', 'gateway', '[2001:db8:0:1::1]', 160003, /brackets/],
    ['dns with a zone', 'dns', ['fe80::1%eth0'], 160004, /zone '%eth0'/],
    ['dns in brackets', 'dns', ['[2001:db8::53]'], 160004, /brackets/],
    ['static with a zone', 'static', ['2001:db8:0:1::5%eth0'], 160010, /zone '%eth0'/],
    ['static range with a zone', 'static', ['2001:db8:0:1::5%eth0-2001:db8:0:1::9%eth0'], 160010, /zone '%eth0'/],
    ['reserved with a zone', 'reserved', '2001:db8:0:1::5%eth0', 160010, /zone '%eth0'/],
    ['reserved in brackets', 'reserved', ['[2001:db8:0:1::5]'], 160010, /brackets/],
    ['range with a zone', 'range', '2001:db8:0:1::%eth0/64', 160002, /zone '%eth0'/],
    ['a reversed range', 'static', ['2001:db8:0:1::170 - 2001:db8:0:1::165'], 160010, /'2001:db8:0:1::165-2001:db8:0:1::170'/],
  ])('%s: the hint says what to change', (_, key, value, number, hint) => {
    const pointer = expect.stringMatching(new RegExp(`^${sub}/${key}(/0)?$`));
    expect(() => parseNetworks(net({ ...S6, [key]: value }), options)).toThrowError(
      expect.objectContaining({ number, hint: expect.stringMatching(hint), where: { pointer } }),
    );
  });

  it('names the list where it stands', () => {
    expect(() => parseNetworks([], { ...options, pointer: '/cloud/networks' })).toThrowError(
      expect.objectContaining({ where: { pointer: '/cloud/networks' } }),
    );
  });
});

describe('cloud config cases: accepted', () => {
  const subnet = (value: unknown): Record<string, unknown> =>
    parseNetworks(net(value), options)[0]?.subnets[0] as unknown as Record<string, unknown>;

  it.each(['0.0.0.0/0', '::/0'])('13 range %s is as wide as it says', (range) => {
    expect(String(subnet({ range, gateway: range === '::/0' ? 'fe80::1' : '192.0.2.1' }).range)).toBe(range);
  });

  it('6 IPv6 without gateway (BOSH: only with ignore_missing_gateway)', () => {
    expect(subnet({ range: S6.range }).gateway).toBeUndefined();
    expect(parseNetworks(net({ range: S4.range }), { ...options, ignoreMissingGateway: true })).toHaveLength(1);
  });

  it.each(['fe80::1', '2001:db8:0:1::', '2001:db8:0:1:ffff:ffff:ffff:ffff'])('11 IPv6 gateway %s (BOSH: 160003)', (gateway) => {
    expect(String(subnet({ ...S6, gateway }).gateway)).toBe(gateway);
  });

  it('24 one network holds both families in either order (BOSH: by luck)', () => {
    for (const subnets of [
      [S4, S6],
      [S6, S4],
      [S4, S6, { range: '192.168.3.0/24', gateway: '192.168.3.1' }],
    ])
      expect(parseNetworks(net(...subnets), options)[0]?.subnets).toHaveLength(subnets.length);
  });

  it("the post's network, unabbreviated, with a reserved /65", () => {
    const [network] = parseNetworks(
      [
        {
          name: 'ipv6',
          type: 'manual',
          subnets: [
            {
              azs: ['z1'],
              range: '2601:0646:0100:69f1:0000:0000:0000:0000/64',
              gateway: '2601:0646:0100:69f1:020d:b9ff:fe48:9249',
              reserved: ['2601:646:100:69f1:8000::/65'],
              static: '2601:0646:0100:69f1:0000:0000:0000:0165 - 2601:646:100:69f1:0:ffff:ffff:ffff',
              dns: ['2001:4860:4860:0000:0000:0000:0000:8888'],
              cloud_properties: { name: 'IPv6' },
            },
          ],
        },
      ],
      options,
    );
    expect(JSON.parse(JSON.stringify(network))).toMatchObject({
      name: 'ipv6',
      subnets: [
        {
          range: '2601:646:100:69f1::/64',
          gateway: '2601:646:100:69f1:20d:b9ff:fe48:9249',
          dns: ['2001:4860:4860::8888'],
          azs: ['z1'],
          prefix: 128,
        },
      ],
    });
  });

  it('reserved wider than the range is cut; names may be numbers; unknown keys are ignored', () => {
    const [network] = parseNetworks(
      [{ name: 7, subnets: [{ ...S4, range: '192.168.0.0/24', gateway: '192.168.0.1', reserved: ['192.168.0.0/16'], what: 1 }] }],
      options,
    );
    expect(network?.name).toBe('7');
    expect(network?.type === 'manual' && [...(network.subnets[0]?.reserved.ranges() ?? [])].map(String)).toEqual([
      '192.168.0.0-192.168.0.255',
    ]);
  });
});

it('a list of reserved addresses may be of any length', () => {
  const reserved = Array.from(
    { length: 200_000 },
    (_, index) => `2001:db8::1:${(index >>> 15).toString(16)}:${((index & 0x7fff) * 2).toString(16)}`,
  );
  const networks = [{ name: 'a', subnets: [{ range: '2001:db8::/64', gateway: '2001:db8::1', reserved }] }];
  const [network] = parseNetworks(networks, { azNames: [], neverAllocate: [] });
  expect(network?.type === 'manual' && network.subnets[0]?.reserved.size).toBe(200_000);
});
