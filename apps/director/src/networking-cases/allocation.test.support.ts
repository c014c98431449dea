import { type Case, type Expected, g, lines, net, one, type Row, s4, s6, st, sub } from './scenario.test.support.js';

const of = (subnets: string | string[], n: number, expected: Expected, more: Partial<Case> = {}, networks = 'a', keys = ''): Case => ({
  steps: [{ networks: net('a', ...[subnets].flat()), deploy: g(n, networks, keys) }],
  original: [expected],
  ...more,
});
/** Instances 0.. of one network. */
const give = (...addresses: string[]): string[] => lines('new', ...addresses);
const v4 = (...hosts: number[]): string[] => hosts.map((host) => `192.168.1.${host}`);
const v6 = (...hosts: (number | string)[]): string[] => hosts.map((host) => `2001:db8:0:1::${host}`);

const holes = s4(
  'static: [192.168.1.11, 192.168.1.14], reserved: [192.168.1.2-192.168.1.10, 192.168.1.12-192.168.1.13, 192.168.1.20-192.168.1.254]',
);
const [first, second, third] = [1, 2, 3].map((at) => `range: 192.168.${at}.0/30, gateway: 192.168.${at}.1`) as [string, string, string];
const owns = { director: ['192.168.1.2', '2001:db8:0:1::2'] };
/** Nobody asks how the VM shall reach the Director without an address. */
const prefixOnly: Partial<Case> = { director: [] };
const zones = [`{${first}, az: z1}`, `{${second}, az: z1}`, `{${third}, az: z2}`];
const blocks = s4('prefix: 26, static: [192.168.1.64, 192.168.1.128, 192.168.1.191]');

/** C. Allocation. */
export const allocationRows: readonly Row[] = [
  { number: 54, title: 'between static and reserved', cases: one(of(holes, 3, give(...v4(15, 16, 17)))) },
  { number: 55, title: 'more than are left', cases: one(of(holes, 6, 130011)) },
  {
    number: 56,
    title: '/29',
    cases: {
      a: of(sub('192.168.1.0/29', '192.168.1.1'), 5, give(...v4(2, 3, 4, 5, 6))),
      b: of(sub('192.168.1.0/29', '192.168.1.1'), 6, 130011),
    },
  },
  {
    number: 57,
    title: '/125',
    cases: {
      a: of(sub('2001:db8:0:1::/125', '2001:db8:0:1::1'), 5, give(...v6(2, 3, 4, 5, 6))),
      b: of(sub('2001:db8:0:1::/125', '2001:db8:0:1::1'), 6, 130011, {
        ours: [give(...v6(2, 3, 4, 5, 6, 7))],
        because: 'gotcha 8: the last address of an IPv6 range is one like any other',
      }),
      c: of(sub('2001:db8:0:1::/125', '2001:db8:0:1::1'), 7, 130011),
    },
  },
  {
    number: 58,
    title: 'reserved networks',
    cases: {
      a: of(s4('reserved: [192.168.1.0/28]'), 2, give(...v4(16, 17))),
      b: of(s4('reserved: [192.168.1.1/28]'), 1, give(...v4(16))),
    },
  },
  {
    number: 59,
    title: 'three reserved ranges',
    cases: one(
      of(
        sub('10.0.128.0/21', '10.0.128.1', 'reserved: [10.0.128.0-10.0.129.255, 10.0.130.0-10.0.131.255, 10.0.132.0-10.0.133.0]'),
        1,
        give('10.0.133.1'),
      ),
    ),
  },
  {
    number: 60,
    title: '/27',
    cases: one(of(sub('10.0.11.32/27', '10.0.11.33', 'reserved: [10.0.11.32-10.0.11.35, 10.0.11.63]'), 1, give('10.0.11.36'))),
  },
  {
    number: 61,
    title: "the Director's own addresses",
    cases: { a: of(s4(), 2, give(...v4(3, 4)), owns), b: of(s6(), 2, give(...v6(3, 4)), owns) },
  },
  { number: 62, title: "the Director's own address as static", cases: one(of(s4('static: [192.168.1.2]'), 1, 160006, owns)) },
  {
    number: 63,
    title: "the author's network, unabbreviated",
    cases: one(
      of(
        sub(
          '2601:0646:0100:69f0:0000:0000:0000:0000/64',
          '2601:646:100:69f0:20d:b9ff:fe48:9249',
          'reserved: ["2601:0646:0100:69f0:0000:0000:0000:0000-2601:0646:0100:69f0:0000:0000:0000:0020"]',
        ),
        2,
        give('2601:646:100:69f0::21', '2601:646:100:69f0::22'),
      ),
    ),
  },
  {
    number: 64,
    title: 'half a /64 reserved',
    cases: one(of(s6('reserved: ["2001:db8:0:1::-2001:db8:0:1:7fff:ffff:ffff:fffe"]'), 1, give('2001:db8:0:1:7fff:ffff:ffff:ffff'))),
  },
  {
    number: 65,
    title: 'the next subnet when one is full',
    cases: {
      a: of([`{${first}}`, `{${second}}`], 2, give('192.168.1.2', '192.168.2.2')),
      b: of([`{${second}}`, `{${first}}`], 1, give('192.168.2.2')),
    },
  },
  {
    number: 66,
    title: 'subnets by AZ',
    cases: {
      a: of(zones, 3, 130011, {}, 'a', 'azs: [z1]'),
      b: of(zones, 3, ['g/0 z1 192.168.1.2 new', 'g/1 z2 192.168.3.2 new', 'g/2 z1 192.168.2.2 new'], {}, 'a', 'azs: [z1, z2]'),
    },
  },
  {
    number: 67,
    title: 'one subnet of two AZs',
    cases: one(of(s4('azs: [z1, z2]'), 2, give('z1 192.168.1.2', 'z2 192.168.1.3'), {}, 'a', 'azs: [z1, z2]')),
  },
  { number: 68, title: 'static is left alone', cases: one(of(s4('static: [192.168.1.3]'), 3, give(...v4(2, 4, 5)))) },
  {
    number: 69,
    title: 'two deployments on one network',
    cases: one({
      steps: [
        { networks: net('a', s4()), deploy: g(1) },
        { deploy: g(1), as: 'other' },
      ],
      original: [give(...v4(2)), give(...v4(3))],
    }),
  },
  {
    number: 70,
    title: '/24 into /28',
    cases: one(of(sub('10.10.0.0/24', '10.10.0.1', 'prefix: 28'), 3, give('10.10.0.16/28', '10.10.0.32/28', '10.10.0.48/28'), prefixOnly)),
  },
  {
    number: 71,
    title: '/64 into /80',
    cases: one(
      of(
        sub('2001:db8:1000::/64', '2001:db8:1000::1', 'prefix: 80, reserved: ["2001:db8:1000::-2001:db8:1000::3"]'),
        3,
        give('2001:db8:1000:0:1::/80', '2001:db8:1000:0:2::/80', '2001:db8:1000:0:3::/80'),
        prefixOnly,
      ),
    ),
  },
  {
    number: 72,
    title: 'as many prefixes as there are',
    cases: {
      a: of(s4('prefix: 28'), 14, give(...Array.from({ length: 14 }, (_, at) => `192.168.1.${16 * (at + 1)}/28`)), prefixOnly),
      b: of(s4('prefix: 28'), 15, 130011, prefixOnly),
      c: of(s4('prefix: 24'), 1, 130011, prefixOnly),
    },
  },
  {
    number: 73,
    title: 'the gateway in the second block',
    cases: one(of(sub('192.168.1.0/24', '192.168.1.20', 'prefix: 28'), 2, give('192.168.1.32/28', '192.168.1.48/28'), prefixOnly)),
  },
  {
    number: 74,
    title: 'addresses and prefixes of one range',
    cases: one({
      steps: [
        {
          networks: net('a', sub('192.168.1.0/29', '192.168.1.1')) + net('p', sub('192.168.1.0/29', '192.168.1.1', 'prefix: 31')),
          deploy: g(1, '{name: a, default: [dns, gateway]}, {name: p}'),
        },
      ],
      original: [give('192.168.1.2 192.168.1.4/31')],
    }),
  },
  {
    number: 75,
    title: 'static prefixes',
    cases: {
      a: of(blocks, 1, give('192.168.1.64/26'), prefixOnly, st('a', '192.168.1.64')),
      b: of(blocks, 1, 150002, prefixOnly, st('a', '192.168.1.191')),
      c: of(blocks, 1, 130011, prefixOnly),
    },
  },
  {
    number: 76,
    title: 'static ranges hold the prefixes that begin in them',
    cases: one(
      of(
        s4('prefix: 27, static: [192.168.1.30-192.168.1.40, 192.168.1.96/26]'),
        3,
        give('192.168.1.32/27', '192.168.1.64/27', '192.168.1.96/27'),
        prefixOnly,
        st('a', '192.168.1.32, 192.168.1.64, 192.168.1.96'),
      ),
    ),
  },
  {
    number: 77,
    title: '/56 into /64',
    cases: one(
      of(sub('2001:db8:abcd::/56', '2001:db8:abcd::1', 'prefix: 64'), 2, give('2001:db8:abcd:1::/64', '2001:db8:abcd:2::/64'), prefixOnly),
    ),
  },
  {
    number: 78,
    title: 'no address for compilation',
    cases: one({
      steps: [
        {
          networks: net('a', sub('192.168.1.0/30', '192.168.1.1')),
          compilation: '{workers: 1, network: a, vm_type: small}',
          deploy: g(1),
          compiles: true,
        },
      ],
      original: [{ error: 130011, says: ['compilation-'] }],
    }),
  },
];
