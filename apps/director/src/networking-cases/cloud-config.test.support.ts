import { g, net, one, type Row, s4, s6, st, sub } from './scenario.test.support.js';

const deploys = (networks: string, groups = g(1)) => ({ networks, deploy: groups });
/** Each cloud config with the error of both. */
const refused = (code: number, ...networks: string[]): Row['cases'] =>
  Object.fromEntries(networks.map((text, at) => [String.fromCharCode(97 + at), { steps: [deploys(text)], original: [code] }]));

const inRange = 'gateway 7: link-local, anycast and any other address of the range';
const coded = 'every unparsable value has the number of its kind, and is named';
const compilation = 'compilation: {workers: 1, network: a}\n';

/** A. Cloud config. */
export const cloudConfigRows: readonly Row[] = [
  {
    number: 1,
    title: 'no networks',
    cases: {
      a: { steps: [{ configs: [`azs: []\n${compilation}`], deploy: g(1) }], original: [40001] },
      b: { steps: [{ configs: [`networks: []\n${compilation}`], deploy: g(1) }], original: [190008] },
    },
  },
  { number: 2, title: 'type foo', cases: refused(190010, '- {name: a, type: foo}\n') },
  { number: 3, title: 'names that are one in DNS', cases: refused(190007, net('my_net', s4()) + net('my-net', s6())) },
  { number: 4, title: 'a name that ends in -', cases: refused(420001, net('net-', s4())) },
  {
    number: 5,
    title: 'manual without subnets, range or gateway',
    cases: refused(40001, '- {name: a}\n', net('a', '{gateway: 192.168.1.1}'), net('a', '{range: 192.168.1.0/24}')),
  },
  {
    number: 6,
    title: 'no gateway, where that is ignored',
    cases: {
      a: {
        director: [],
        ignoreMissingGateway: true,
        steps: [deploys(net('a', '{range: 192.168.1.0/24}'))],
        original: [['g/0 192.168.1.1 new']],
      },
      b: {
        director: [],
        ignoreMissingGateway: true,
        steps: [deploys(net('a', '{range: "2001:db8:0:1::/64"}'))],
        original: [['g/0 2001:db8:0:1::1 new']],
      },
    },
  },
  {
    number: 7,
    title: 'one address or fewer',
    cases: refused(
      160002,
      net('a', sub('192.168.1.1/32', '192.168.1.1')),
      net('a', sub('192.168.1.0', '192.168.1.1')),
      net('a', sub('2001:db8::1/128', '2001:db8::1')),
    ),
  },
  {
    number: 8,
    title: '/31 with a gateway at its end',
    cases: one({
      steps: [deploys(net('a', sub('192.168.1.0/31', '192.168.1.1')))],
      original: [160003],
      ours: [['g/0 192.168.1.0 new']],
      because: 'gotcha 8: a /31 has no broadcast address, both ends are usable (RFC 3021)',
    }),
  },
  {
    number: 9,
    title: '/31 or /127 without gateway',
    cases: Object.fromEntries(
      [
        ['192.168.1.0/31', ['192.168.1.0', '192.168.1.1']],
        ['2001:db8:0:1::/127', ['2001:db8:0:1::', '2001:db8:0:1::1']],
      ].map(([range, ends], at) => [
        'ab'[at],
        {
          director: [],
          ignoreMissingGateway: true,
          steps: [deploys(net('a', `{range: "${String(range)}"}`), g(2)), { deploy: g(3) }],
          original: [130011, 130011],
          ours: [(ends as string[]).map((address, index) => `g/${index} ${address} new`), 130011],
          because: 'gotcha 8: both ends of /31 and /127 are usable (RFC 3021, RFC 6164)',
        },
      ]),
    ),
  },
  {
    number: 10,
    title: 'IPv4 gateways',
    cases: refused(
      160003,
      ...['192.168.1.1/30', '192.168.2.1', '192.168.1.0', '192.168.1.255'].map((at) => net('a', sub('192.168.1.0/24', at))),
    ),
  },
  {
    number: 11,
    title: 'IPv6 gateways',
    cases: {
      ...Object.fromEntries(
        ['2001:db8:0:1::', '2001:db8:0:1:ffff:ffff:ffff:ffff', 'fe80::1'].map((gateway, at) => [
          'abc'[at],
          {
            steps: [deploys(net('a', sub('2001:db8:0:1::/64', gateway)))],
            original: [160003],
            ours: [{ instances: ['g/0 2001:db8:0:1::1 new'], settings: { 'g/0 a gateway': gateway } }],
            because: inRange,
          },
        ]),
      ),
      d: { steps: [deploys(net('a', sub('2001:db8:0:1::/64', '10.0.0.1')))], original: [160003] },
    },
  },
  {
    number: 12,
    title: 'an IPv6 gateway of an IPv4 subnet',
    cases: one({
      steps: [deploys(net('a', sub('192.168.1.0/24', '2001:db8::1')))],
      original: ['uncoded'],
      ours: [{ error: 160003, says: ["'a'", '192.168.1.0/24', '2001:db8::1'] }],
      because: coded,
    }),
  },
  {
    number: 13,
    title: 'unreadable ranges',
    cases: Object.fromEntries(
      ['nonsense', '192.168.1.0/33', '192.168.01.0/24'].map((range, at) => [
        'abc'[at],
        {
          steps: [deploys(net('a', sub(range, '192.168.1.1')))],
          original: ['uncoded'],
          ours: [{ error: 160002, says: ["'a'", range] }],
          because: coded,
        },
      ]),
    ),
  },
  {
    number: 14,
    title: 'dns servers that are none',
    cases: {
      a: {
        steps: [deploys(net('a', s4('dns: [foo.bar]')))],
        original: ['uncoded'],
        ours: [{ error: 160004, says: ["'a'", '192.168.1.0/24', 'foo.bar'] }],
        because: coded,
      },
      b: { steps: [deploys(net('a', s4('dns: [10.0.0.0/24]')))], original: [160004] },
      c: { steps: [deploys(net('a', s4('dns: 10.0.0.1')))], original: [40000] },
    },
  },
  {
    number: 15,
    title: 'reserved outside the range',
    cases: refused(
      160005,
      net('a', s4('reserved: [192.168.2.5]')),
      net('a', s4('reserved: [192.168.1.250-192.168.2.5]')),
      net('a', s6('reserved: [10.0.0.1]')),
    ),
  },
  {
    number: 16,
    title: 'reserved in no form',
    cases: refused(
      160010,
      ...['1.2.4', '"a-b,c-d"', '192.168.1.2-192.168.1.8/30', '"2001:db8::1"'].map((entry) => net('a', s4(`reserved: [${entry}]`))),
    ),
  },
  {
    number: 17,
    title: 'a reversed range',
    cases: one({
      steps: [deploys(net('a', s4('reserved: [192.168.1.20-192.168.1.2]')))],
      original: [['g/0 192.168.1.2 new']],
      ours: [{ error: 160010, says: ['192.168.1.20-192.168.1.2'] }],
      because: 'gotcha 1: every form is read or refused; a range that is silently empty reserves nothing',
    }),
  },
  {
    number: 18,
    title: 'reserved a string with spaces',
    cases: one({ steps: [deploys(net('a', s4('reserved: "192.168.1.2 - 192.168.1.4"')))], original: [['g/0 192.168.1.5 new']] }),
  },
  {
    number: 19,
    title: 'static outside the range',
    cases: refused(160006, net('a', s4('static: [192.168.2.5]')), net('a', s6('static: ["2001:db8:0:2::5"]'))),
  },
  {
    number: 20,
    title: 'static that nobody may have',
    cases: {
      ...refused(
        160006,
        net('a', s4('reserved: [192.168.1.5-192.168.1.10], static: [192.168.1.5]')),
        net('a', s4('static: [192.168.1.1]')),
        net('a', s4('static: [192.168.1.0]')),
        net('a', s4('static: [192.168.1.0/25]')),
      ),
      e: {
        steps: [deploys(net('a', s6('static: ["2001:db8:0:1:ffff:ffff:ffff:ffff"]')), g(1, st('a', '"2001:db8:0:1:ffff:ffff:ffff:ffff"')))],
        original: [160006],
        ours: [['g/0 2001:db8:0:1:ffff:ffff:ffff:ffff new']],
        because: 'gotcha 8: IPv6 has no broadcast address',
      },
    },
  },
  {
    number: 21,
    title: 'subnets of one network overlap',
    cases: refused(160001, net('a', s4(), sub('192.168.1.0/28', '192.168.1.1')), net('a', s6(), sub('2001:db8::/48', '2001:db8::1'))),
  },
  {
    number: 22,
    title: 'one range in two networks',
    cases: one({
      steps: [deploys(net('a', s4()) + net('b', s4()), g(1, '{name: a, default: [dns, gateway]}, {name: b}'))],
      original: [{ instances: ['g/0 192.168.1.2 192.168.1.3 new'], rows: ['192.168.1.2 a dynamic', '192.168.1.3 b dynamic'] }],
    }),
  },
  { number: 23, title: 'a prefix shorter than the range', cases: refused(16013, net('a', s4('prefix: 23'))) },
  {
    number: 24,
    title: 'both families in one network',
    cases: one({
      steps: [deploys(net('a', s4('prefix: 32'), s6('prefix: 128'), sub('192.168.3.0/24', '192.168.3.1', 'prefix: 32')))],
      original: [16014],
      ours: [['g/0 192.168.1.2 2001:db8:0:1::2 new']],
      because: 'gotcha 6: a network has subnets of both families and gives an address of each',
    }),
  },
  {
    number: 25,
    title: 'AZs of a subnet',
    cases: {
      ...refused(160008, net('a', s4('az: z1, azs: [z1]')), net('a', s4('azs: []'))),
      c: { steps: [deploys(net('a', s4('az: z9')))], original: [160007] },
      d: { steps: [deploys(net('a', s4('az: null')))], original: [40000] },
    },
  },
  {
    number: 26,
    title: 'a subnet with an AZ, one without',
    cases: refused(140016, net('a', s4('az: z1'), sub('192.168.2.0/24', '192.168.2.1'))),
  },
  { number: 27, title: 'wrong types', cases: refused(40000, net('a', s4('cloud_properties: x')), net('a', s4('netmask_bits: "24"'))) },
  {
    number: 28,
    title: 'keys that a dynamic network has not',
    cases: refused(
      160008,
      ...['az: z1', 'managed: true', 'prefix: 32', 'dns: [10.0.0.1], subnets: [{}]', 'subnets: [{prefix: 64}]'].map(
        (more) => `- {name: a, type: dynamic, ${more}}\n`,
      ),
    ),
  },
  {
    number: 29,
    title: 'an AZ twice',
    cases: one({ steps: [{ ...deploys(net('a', s4())), azs: '[{name: z1}, {name: z1}]' }], original: [190017] }),
  },
  {
    number: 30,
    title: 'the network of compilation',
    cases: {
      a: { steps: [{ ...deploys(net('a', s4())), compilation: '{workers: 1, network: x}' }], original: [120001] },
      b: {
        steps: [{ ...deploys(net('a', s4('az: z1')), g(1, 'a', 'azs: [z1]')), compilation: '{workers: 1, network: a}' }],
        original: [150006],
      },
    },
  },
  {
    number: 31,
    title: 'several cloud configs; networks a string',
    cases: {
      a: {
        steps: [{ configs: [`vm_types: [{name: small}]\nnetworks:\n${net('a', s4())}${compilation}`, compilation], deploy: g(1) }],
        original: [570000],
      },
      b: { steps: [{ configs: [`networks: a\n${compilation}`], deploy: g(1) }], original: [40000] },
    },
  },
  {
    number: 32,
    title: 'a range with host bits',
    cases: one({ steps: [deploys(net('a', sub('192.168.1.77/24', '192.168.1.1')))], original: [['g/0 192.168.1.2 new']] }),
  },
  {
    number: 33,
    title: 'a subnet of a managed network without name',
    cases: one({
      steps: [deploys(`- {name: a, managed: true, subnets: [{range: 192.168.1.0/24, gateway: 192.168.1.1}]}\n`)],
      original: [40001],
    }),
  },
];
