import { type Expected, g, group, lines, net, one, type Row, type Step, s4, s6, st, sub } from './scenario.test.support.js';

const row = (number: number, title: string, steps: readonly Step[], original: readonly Expected[]): Row => ({
  number,
  title,
  cases: one({ steps, original }),
});
const fresh = (...hosts: number[]): string[] => lines('new', ...hosts.map((host) => `192.168.1.${host}`));
const same = (...hosts: number[]): string[] => lines('same', ...hosts.map((host) => `192.168.1.${host}`));
const rec = (...hosts: number[]): string[] => lines('rec', ...hosts.map((host) => `192.168.1.${host}`));
const a = (more = ''): string => net('a', s4(more));
const tens = 'static: [192.168.1.10-192.168.1.20]';
const small = net('a', sub('192.168.1.0/30', '192.168.1.1'));
const pair = '{name: a, default: [dns, gateway]}, {name: b}';
const renamed = 'gotcha 17: a row says what it is for now';

/** D. Redeploy: addresses that stay, move, are freed and held. */
export const redeployRows: readonly Row[] = [
  row(79, 'unchanged', [{ networks: a(), deploy: g(2) }, { deploy: g(2) }], [fresh(2, 3), same(2, 3)]),
  row(
    80,
    'reserved since',
    [
      { networks: a(), deploy: g(1) },
      { networks: a('reserved: [192.168.1.2]'), deploy: g(1) },
    ],
    [fresh(2), rec(3)],
  ),
  row(
    81,
    'the pool moves by one',
    [
      { networks: a('reserved: [192.168.1.4-192.168.1.254]'), deploy: g(2) },
      { networks: a('reserved: [192.168.1.2, 192.168.1.5-192.168.1.254]'), deploy: g(2) },
    ],
    [fresh(2, 3), ['g/0 192.168.1.4 rec', 'g/1 192.168.1.3 same']],
  ),
  row(
    82,
    'no longer reserved',
    [
      { networks: a('reserved: [192.168.1.2]'), deploy: g(1) },
      { networks: a(), deploy: g(2) },
    ],
    [fresh(3), ['g/0 192.168.1.3 same', 'g/1 192.168.1.2 new']],
  ),
  row(
    83,
    'another range, and the old one is free',
    [
      { networks: a(), deploy: g(1) },
      { networks: net('a', sub('192.168.2.0/24', '192.168.2.1')), deploy: g(1) },
      { networks: a(), deploy: g(1), as: 'other' },
    ],
    [fresh(2), ['g/0 192.168.2.2 rec'], fresh(2)],
  ),
  row(
    84,
    'another IPv6 range',
    [
      { networks: net('a', s6()), deploy: g(2) },
      { networks: net('a', sub('2001:db8:0:2::/64', '2001:db8:0:2::1')), deploy: g(2) },
    ],
    [lines('new', '2001:db8:0:1::2', '2001:db8:0:1::3'), lines('rec', '2001:db8:0:2::2', '2001:db8:0:2::3')],
  ),
  row(
    85,
    'a dynamic address is asked for',
    [
      { networks: a(), deploy: g(1) },
      { networks: a('static: [192.168.1.2]'), deploy: g(1, st('a', '192.168.1.2')) },
    ],
    [
      { instances: fresh(2), rows: ['192.168.1.2 a dynamic'] },
      { instances: same(2), rows: ['192.168.1.2 a static'] },
    ],
  ),
  row(
    86,
    'a static address is no longer asked for, nor static',
    [
      { networks: a(tens), deploy: g(1, st('a', '192.168.1.10')) },
      { networks: a(), deploy: g(1) },
    ],
    [
      { instances: fresh(10), rows: ['192.168.1.10 a static'] },
      { instances: same(10), rows: ['192.168.1.10 a dynamic'] },
    ],
  ),
  row(
    87,
    'a static address is no longer asked for',
    [{ networks: a(tens), deploy: g(1, st('a', '192.168.1.10')) }, { deploy: g(1) }],
    [fresh(10), rec(2)],
  ),
  row(
    88,
    'one of two static addresses changes',
    [{ networks: a(tens), deploy: g(2, st('a', '192.168.1.10, 192.168.1.11')) }, { deploy: g(2, st('a', '192.168.1.10, 192.168.1.12')) }],
    [fresh(10, 11), ['g/0 192.168.1.10 same', 'g/1 192.168.1.12 rec']],
  ),
  row(
    89,
    'static addresses in another order',
    [{ networks: a(tens), deploy: g(2, st('a', '192.168.1.10, 192.168.1.11')) }, { deploy: g(2, st('a', '192.168.1.11, 192.168.1.10')) }],
    [fresh(10, 11), same(10, 11)],
  ),
  row(
    90,
    'two groups swap addresses',
    [
      { networks: a(tens), deploy: group('g1', 1, st('a', '192.168.1.10')) + group('g2', 1, st('a', '192.168.1.11')) },
      { deploy: group('g1', 1, st('a', '192.168.1.11')) + group('g2', 1, st('a', '192.168.1.10')) },
    ],
    [['g1/0 192.168.1.10 new', 'g2/0 192.168.1.11 new'], 130008],
  ),
  row(
    91,
    "another deployment's address",
    [
      { networks: a(tens), deploy: g(1, st('a', '192.168.1.10')) },
      { deploy: g(1, st('a', '192.168.1.10')), as: 'other' },
    ],
    [fresh(10), { error: 130008, says: ['192.168.1.10', 'dep', 'g/'] }],
  ),
  row(
    92,
    'an address is held for a VM that could not be made',
    [{ networks: a(), deploy: g(1), fails: 'create_vm' }, { deploy: g(1), as: 'other' }, { deploy: g(1) }],
    [{ error: 100, rows: ['192.168.1.2 a dynamic'] }, fresh(3), fresh(2)],
  ),
  row(
    93,
    'a static address of a VM that could not be made is given up',
    [
      { networks: a(tens), deploy: g(1, st('a', '192.168.1.10')), fails: 'create_vm' },
      { deploy: g(1) },
      { deploy: g(1, st('a', '192.168.1.10')), as: 'other' },
    ],
    [{ error: 100, rows: ['192.168.1.10 a static'] }, fresh(2), fresh(10)],
  ),
  row(
    94,
    'a group without VM is renamed',
    [{ networks: a(), deploy: g(1), fails: 'create_vm' }, { deploy: group('h', 1, 'a') }],
    [
      { error: 100, rows: ['192.168.1.2 a dynamic'] },
      { instances: ['h/0 192.168.1.3 new', 'g/0 gone'], rows: ['192.168.1.3 a dynamic'] },
    ],
  ),
  row(95, 'a full subnet, and another group', [{ networks: small, deploy: g(1) }, { deploy: group('h', 1, 'a') }], [fresh(2), 130011]),
  row(
    96,
    'a network is renamed, static addresses in another order',
    [
      { networks: a(tens), deploy: g(2, st('a', '192.168.1.11, 192.168.1.10')) },
      { networks: net('b', s4(tens)), deploy: g(2, st('b', '192.168.1.10, 192.168.1.11')) },
    ],
    [fresh(11, 10), { instances: rec(11, 10), rows: ['192.168.1.10 b static', '192.168.1.11 b static'] }],
  ),
  row(
    97,
    'a network is renamed',
    [
      { networks: a(), deploy: g(2) },
      { networks: net('b', s4()), deploy: g(2, 'b') },
    ],
    [fresh(2, 3), rec(2, 3)],
  ),
  {
    number: 98,
    title: 'a group moves to a network of the same range',
    cases: one({
      steps: [
        { networks: a(), deploy: g(1) },
        { networks: a() + net('b', s4()), deploy: g(1, 'b') },
      ],
      original: [fresh(2), { instances: rec(2), rows: ['192.168.1.2 a dynamic'] }],
      ours: [fresh(2), { instances: rec(2), rows: ['192.168.1.2 b dynamic'] }],
      because: renamed,
    }),
  },
  row(
    99,
    'another gateway',
    [
      { networks: a(tens), deploy: g(1, st('a', '192.168.1.10')) },
      { networks: net('a', sub('192.168.1.0/24', '192.168.1.254', tens)), deploy: g(1, st('a', '192.168.1.10')) },
    ],
    [fresh(10), rec(10)],
  ),
  row(
    100,
    'the gateway moves to an address in use',
    [
      { networks: a(), deploy: g(1) },
      { networks: net('a', sub('192.168.1.0/24', '192.168.1.2')), deploy: g(1) },
    ],
    [fresh(2), rec(1)],
  ),
  row(
    101,
    'an address of the second network is reserved since',
    [
      { networks: a() + net('b', s6()), deploy: g(1, pair) },
      { networks: a() + net('b', s6('reserved: ["2001:db8:0:1::2"]')), deploy: g(1, pair) },
    ],
    [['g/0 192.168.1.2 2001:db8:0:1::2 new'], ['g/0 192.168.1.2 2001:db8:0:1::3 rec']],
  ),
  {
    number: 102,
    title: 'both families on one instance, and of the Director',
    cases: Object.fromEntries(
      [a() + net('b', sub('2001:db8::/120', '2001:db8::1')), net('b', sub('2001:db8::/120', '2001:db8::1')) + a()].map((networks, at) => [
        'ab'[at],
        {
          director: ['192.168.1.2', '2001:db8::2'],
          steps: [{ networks, deploy: g(1, pair) }, { deploy: g(1, pair) }],
          original: [['g/0 192.168.1.3 2001:db8::3 new'], ['g/0 192.168.1.3 2001:db8::3 same']],
        },
      ]),
    ),
  },
  row(
    112,
    'a network is added, then the other removed',
    [{ networks: a() + net('b', s6()), deploy: g(1) }, { deploy: g(1, pair) }, { deploy: g(1, 'b') }],
    [fresh(2), ['g/0 192.168.1.2 2001:db8:0:1::2 rec'], { instances: ['g/0 2001:db8:0:1::2 rec'], rows: ['2001:db8:0:1::2 b dynamic'] }],
  ),
  row(
    113,
    'manual becomes dynamic',
    [
      { networks: a(), deploy: g(1) },
      { networks: '- {name: a, type: dynamic}\n', deploy: g(1) },
    ],
    [fresh(2), { instances: ['g/0 dynamic rec'], rows: [] }],
  ),
  {
    number: 114,
    title: 'another prefix',
    cases: {
      a: {
        director: [],
        steps: [
          { networks: a('prefix: 28'), deploy: g(1) },
          { networks: a('prefix: 29'), deploy: g(1) },
        ],
        original: [['g/0 192.168.1.16/28 new'], 130015],
        ours: [['g/0 192.168.1.16/28 new'], { instances: ['g/0 192.168.1.8/29 rec'], rows: ['192.168.1.8/29 a dynamic'] }],
        because: 'gotcha 17: prefixes are ranges, so another length is another range, and is given anew',
      },
      b: {
        director: [],
        steps: [
          { networks: a(), deploy: g(1) },
          { networks: a('prefix: 28'), deploy: g(1) },
        ],
        original: [fresh(2), 130015],
        ours: [fresh(2), { instances: ['g/0 192.168.1.16/28 rec'], rows: ['192.168.1.16/28 a dynamic'] }],
        because: 'gotcha 17: prefixes are ranges, so another length is another range, and is given anew',
      },
    },
  },
  {
    number: 115,
    title: 'another nic_group',
    cases: one({
      steps: [{ networks: a(), deploy: g(1, '{name: a, nic_group: 1}') }, { deploy: g(1, '{name: a, nic_group: 2}') }],
      original: [fresh(2), { instances: rec(2), rows: ['192.168.1.2 a dynamic nic 1'] }],
      ours: [fresh(2), { instances: rec(2), rows: ['192.168.1.2 a dynamic nic 2'] }],
      because: renamed,
    }),
  },
  row(
    116,
    'migrated_from',
    [{ networks: a(), deploy: group('job1', 2, 'a') }, { deploy: group('job2', 2, 'a', 'migrated_from: [{name: job1}]') }],
    [
      ['job1/0 192.168.1.2 new', 'job1/1 192.168.1.3 new'],
      ['job2/0 192.168.1.2 same', 'job2/1 192.168.1.3 same'],
    ],
  ),
  row(
    122,
    'other dns servers',
    [
      { networks: a('dns: [10.0.0.1]'), deploy: g(1) },
      { networks: a('dns: [10.0.0.2]'), deploy: g(1) },
    ],
    [
      { instances: fresh(2), settings: { 'g/0 a dns': ['10.0.0.1'] } },
      { instances: rec(2), settings: { 'g/0 a dns': ['10.0.0.2'] } },
    ],
  ),
];
