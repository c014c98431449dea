import { type Deploy, type Expected, g, lines, net, one, type Row, s4, s6, st, sub, vip } from './scenario.test.support.js';

const networks =
  net('a', s4('static: [192.168.1.10-192.168.1.20]')) +
  net('b', s6('static: ["2001:db8:0:1::10-2001:db8:0:1::20"]')) +
  net('c', sub('192.168.3.0/24', '192.168.3.1')) +
  '- {name: d, type: dynamic}\n' +
  vip('v');
const zoned = net(
  'a',
  sub('192.168.1.0/24', '192.168.1.1', 'az: z1, static: [192.168.1.10-192.168.1.14]'),
  sub('192.168.2.0/24', '192.168.2.1', 'az: z2, static: [192.168.2.10-192.168.2.14]'),
);
const on = (deploy: string, of = networks): Deploy => ({ networks: of, deploy });
const refused = (code: number, ...groups: string[]): Row['cases'] =>
  Object.fromEntries(groups.map((text, at) => [String.fromCharCode(97 + at), { steps: [on(text)], original: [code] }]));
const accepted = (deploy: string, expected: Expected, of = networks): Row['cases'] =>
  one({ steps: [on(deploy, of)], original: [expected] });

const both = (a: string, b: string): string => g(1, `{name: a${a === '' ? '' : `, ${a}`}}, {name: b${b === '' ? '' : `, ${b}`}}`);
const dual = 'g/0 192.168.1.2 2001:db8:0:1::2 new';
const perFamily = 'gotcha 9: a default gateway for each family';

/** B. Instance group. */
export const groupRows: readonly Row[] = [
  {
    number: 34,
    title: 'no network, an unknown one',
    cases: { ...refused(140009, g(1, '')), b: { steps: [on(g(1, 'x'))], original: [150001] } },
  },
  { number: 35, title: 'static addresses of a dynamic network', cases: refused(150008, g(1, st('d', '192.168.1.10'))) },
  {
    number: 36,
    title: 'an address twice, in any spelling',
    cases: refused(
      150009,
      g(2, st('a', '192.168.1.10, 192.168.1.10')),
      g(2, st('b', '"2001:db8:0:1::10", "2001:0db8:0000:0001:0000:0000:0000:0010"')),
    ),
  },
  { number: 37, title: 'default for foo', cases: refused(150003, both('', 'default: [dns, gateway, foo]')) },
  {
    number: 38,
    title: 'a default on two networks',
    cases: {
      a: {
        steps: [on(both('default: [dns, gateway]', 'default: [gateway]'))],
        original: [150004],
        ours: [
          {
            instances: [dual],
            settings: {
              'g/0 a default': ['dns', 'gateway'],
              'g/0 a gateway': '192.168.1.1',
              'g/0 b default': ['gateway'],
              'g/0 b gateway': '2001:db8:0:1::1',
            },
          },
        ],
        because: perFamily,
      },
      b: { steps: [on(both('default: [dns, gateway, addressable]', 'default: [addressable]'))], original: [150004] },
      c: { steps: [on(g(1, '{name: a, default: [dns, gateway]}, {name: c, default: [gateway]}'))], original: [150004] },
    },
  },
  {
    number: 39,
    title: 'nobody is default',
    cases: {
      a: {
        steps: [on(both('', ''))],
        original: [{ error: 150005, says: ['dns, gateway'] }],
        ours: [{ instances: [dual], settings: { 'g/0 a default': ['dns', 'gateway'], 'g/0 b default': ['gateway'] } }],
        because: perFamily,
      },
      b: { steps: [on(both('default: [dns]', ''))], original: [{ error: 150005, says: ['gateway'] }] },
      c: { steps: [on(g(1, '{name: a}, {name: c}'))], original: [{ error: 150005, says: ['dns, gateway'] }] },
    },
  },
  {
    number: 40,
    title: 'dns of one network, gateway of another',
    cases: accepted(both('default: [dns]', 'default: [gateway]'), {
      instances: [dual],
      settings: { 'g/0 a default': ['dns'], 'g/0 b default': ['gateway'] },
    }),
  },
  {
    number: 41,
    title: 'one network is default for everything',
    cases: accepted(g(1, '{name: a, default: [addressable]}'), {
      instances: ['g/0 192.168.1.2 new'],
      settings: { 'g/0 a default': ['dns', 'gateway'] },
    }),
  },
  {
    number: 42,
    title: 'not as many addresses as instances',
    cases: refused(150002, g(1, st('a', '192.168.1.10, 192.168.1.11')), g(1, st('a', ''))),
  },
  { number: 43, title: 'no instance, no address', cases: accepted(g(0, st('a', '')), []) },
  {
    number: 44,
    title: 'AZs that networks do not serve, or group and network have not both',
    cases: {
      a: { steps: [on(g(1), net('a', s4('az: z1')))], original: [150006] },
      b: { steps: [on(g(1, 'a', 'azs: [z1, z2]'), net('a', s4('az: z1')))], original: [150006] },
      c: { steps: [on(g(1, 'a', 'azs: [z1]'))], original: [150006] },
    },
  },
  {
    number: 45,
    title: 'no AZ, an unknown one',
    cases: {
      a: { steps: [on(g(1, 'a', 'azs: []'))], original: [140017] },
      b: { steps: [on(g(1, st('v', '69.69.69.69'), 'azs: [z9]'))], original: [140018] },
    },
  },
  {
    number: 46,
    title: 'a static address of no list',
    cases: refused(150002, g(1, st('a', '192.168.3.5')), g(1, st('a', '192.168.1.30'))),
  },
  {
    number: 47,
    title: 'any spelling, ranges in order',
    cases: {
      a: { steps: [on(g(1, st('b', '"2001:DB8:0:1::1A"')))], original: [['g/0 2001:db8:0:1::1a new']] },
      b: {
        steps: [on(g(3, st('b', '"2001:db8:0:1::12 - 2001:db8:0:1::14"')))],
        original: [lines('new', '2001:db8:0:1::12', '2001:db8:0:1::13', '2001:db8:0:1::14')],
      },
    },
  },
  { number: 48, title: 'static_ips a string', cases: accepted(g(1, '{name: a, static_ips: 192.168.1.10}'), ['g/0 192.168.1.10 new']) },
  {
    number: 49,
    title: 'a reserved address within the static list',
    cases: accepted(g(1, st('a', '192.168.1.6')), 130013, net('a', s4('reserved: [192.168.1.6], static: [192.168.1.4-192.168.1.8]'))),
  },
  { number: 50, title: 'a static address of another AZ', cases: accepted(g(1, st('a', '192.168.1.10'), 'azs: [z2]'), 150007, zoned) },
  {
    number: 51,
    title: 'static addresses of two AZs',
    cases: accepted(
      g(3, st('a', '192.168.1.10, 192.168.1.11, 192.168.2.10'), 'azs: [z1, z2]'),
      lines('new', 'z1 192.168.1.10', 'z1 192.168.1.11', 'z2 192.168.2.10'),
      zoned,
    ),
  },
  {
    number: 52,
    title: 'nic_group on both networks',
    cases: accepted(both('nic_group: 1, default: [dns, gateway]', 'nic_group: 1'), {
      instances: [dual],
      settings: { 'g/0 a nic_group': '1', 'g/0 b nic_group': '1' },
      rows: ['192.168.1.2 a dynamic nic 1', '2001:db8:0:1::2 b dynamic nic 1'],
    }),
  },
  { number: 53, title: 'nic_group true', cases: refused(40000, g(1, '{name: a, nic_group: true}')) },
];
