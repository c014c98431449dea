import { type Expected, g, net, one, type Row, type Step, s4, st, sub } from './scenario.test.support.js';

const row = (number: number, title: string, steps: readonly Step[], original: readonly Expected[]): Row => ({
  number,
  title,
  cases: one({ steps, original }),
});
const pool = (third: number): string => `static: [192.168.${third}.10-192.168.${third}.14, 192.168.${third}.51-192.168.${third}.52]`;
const first = (more: string): string => sub('192.168.1.0/24', '192.168.1.1', more);
const second = (more: string): string => sub('192.168.2.0/24', '192.168.2.1', more);
const zoned = net('a', first(`az: z1, ${pool(1)}`), second(`az: z2, ${pool(2)}`));
const on = (n: number, ips: string, azs: string): string => g(n, st('a', ips), `azs: [${azs}]`);
const [z1, z2] = ['192.168.1', '192.168.2'];

/** D. Redeploy: what AZs do, and what others hold. */
export const redeployZonesRows: readonly Row[] = [
  row(
    103,
    'another AZ',
    [{ networks: zoned, deploy: g(1, 'a', 'azs: [z1]') }, { deploy: g(1, 'a', 'azs: [z2]') }],
    [[`g/0 z1 ${z1}.2 new`], { instances: [`g/1 z2 ${z2}.2 new`, 'g/0 gone'], rows: [`${z2}.2 a dynamic`] }],
  ),
  row(
    104,
    'a subnet no longer serves an AZ',
    [
      { networks: net('a', first('azs: [z1, z2]')), deploy: g(2, 'a', 'azs: [z1, z2]') },
      { networks: net('a', first('azs: [z1]'), second('az: z2')), deploy: g(2, 'a', 'azs: [z1, z2]') },
    ],
    [
      [`g/0 z1 ${z1}.2 new`, `g/1 z2 ${z1}.3 new`],
      [`g/0 z1 ${z1}.2 same`, `g/1 z2 ${z2}.2 rec`],
    ],
  ),
  row(
    105,
    "the subnet of a held static address leaves the instance's AZ",
    [
      { networks: zoned, deploy: on(2, `${z1}.10, ${z2}.10`, 'z1, z2') },
      { networks: net('a', first(`az: z1, ${pool(1)}`), second(`az: z1, ${pool(2)}`)), deploy: on(2, `${z1}.10, ${z2}.10`, 'z1') },
    ],
    [[`g/0 z1 ${z1}.10 new`, `g/1 z2 ${z2}.10 new`], 130010],
  ),
  row(
    106,
    'a static address of another AZ',
    [{ networks: zoned, deploy: on(1, `${z2}.10`, 'z2') }, { deploy: on(1, `${z1}.11`, 'z1') }],
    [[`g/0 z2 ${z2}.10 new`], { instances: [`g/1 z1 ${z1}.11 new`, 'g/0 gone'], rows: [`${z1}.11 a static`] }],
  ),
  row(
    107,
    'one AZ and its address go',
    [{ networks: zoned, deploy: on(2, `${z1}.11, ${z2}.12`, 'z1, z2') }, { deploy: on(1, `${z2}.12`, 'z2') }],
    [
      [`g/0 z1 ${z1}.11 new`, `g/1 z2 ${z2}.12 new`],
      [`g/1 z2 ${z2}.12 same`, 'g/0 gone'],
    ],
  ),
  row(
    108,
    'one AZ and its address come',
    [{ networks: zoned, deploy: on(1, `${z2}.12`, 'z2') }, { deploy: on(2, `${z1}.12, ${z2}.12`, 'z1, z2') }],
    [[`g/0 z2 ${z2}.12 new`], [`g/0 z2 ${z2}.12 same`, `g/1 z1 ${z1}.12 new`]],
  ),
  row(
    109,
    'a dynamic address is among the static ones',
    [
      { networks: net('a', first('az: z1'), second('az: z2')), deploy: g(1, 'a', 'azs: [z1]') },
      {
        networks: net('a', first(`az: z1, static: [${z1}.2]`), second(`az: z2, ${pool(2)}`)),
        deploy: on(3, `${z2}.51, ${z2}.52, ${z1}.2`, 'z1, z2'),
      },
    ],
    [[`g/0 z1 ${z1}.2 new`], [`g/0 z1 ${z1}.2 same`, `g/1 z2 ${z2}.51 new`, `g/2 z2 ${z2}.52 new`]],
  ),
  row(
    110,
    'static addresses of two networks in uneven AZs',
    [
      {
        networks:
          zoned +
          net('b', sub('10.10.1.0/24', '10.10.1.1', 'az: z1, static: [10.10.1.10-10.10.1.14]'), sub('10.10.2.0/24', '10.10.2.1', 'az: z2')),
        deploy: g(2, `${st('a', `${z1}.10, ${z2}.10`, 'default: [dns, gateway]')}, ${st('b', '10.10.1.10, 10.10.1.11')}`, 'azs: [z1, z2]'),
      },
    ],
    [150002],
  ),
  {
    ...row(
      111,
      'create-swap-delete',
      [
        { networks: net('a', s4()), deploy: g(2), update: 'vm_strategy: create-swap-delete' },
        { deploy: g(2), update: 'vm_strategy: create-swap-delete', recreate: true },
      ],
      [
        [`g/0 ${z1}.2 new`, `g/1 ${z1}.3 new`],
        {
          instances: [`g/0 ${z1}.4 rec`, `g/1 ${z1}.5 rec`],
          rows: [2, 3, 4, 5].map((host) => `${z1}.${host} a dynamic${host < 4 ? ' orphaned' : ''}`),
        },
      ],
    ),
  },
  row(
    117,
    'an orphaned VM holds the address',
    [
      { orphan: `${z1}.10`, network: 'a' },
      { networks: net('a', s4(`static: [${z1}.10]`)), deploy: g(1, st('a', `${z1}.10`)) },
    ],
    [{ error: 130008, says: [`${z1}.10`, 'orphaned instance'] }],
  ),
  {
    number: 118,
    title: 'an ignored instance',
    cases: {
      a: {
        steps: [{ networks: zoned, deploy: on(1, `${z1}.10`, 'z1') }, { ignore: 'g/0' }, { deploy: on(1, `${z1}.11`, 'z1') }],
        original: [[`g/0 z1 ${z1}.10 new`], 190020],
      },
      b: {
        steps: [
          { networks: net('a', s4()) + net('b', second('')), deploy: g(1) },
          { ignore: 'g/0' },
          { deploy: g(1, '{name: a, default: [dns, gateway]}, {name: b}') },
        ],
        original: [[`g/0 ${z1}.2 new`], 190020],
      },
    },
  },
  row(
    119,
    'a deployment is deleted',
    [
      { networks: net('a', s4(`static: [${z1}.10]`)), deploy: g(1, st('a', `${z1}.10`)) },
      { delete: 'dep', held: true },
      { deploy: g(1, st('a', `${z1}.10`)), as: 'other' },
      { release: true },
      { deploy: g(1, st('a', `${z1}.10`)), as: 'other' },
    ],
    [[`g/0 ${z1}.10 new`], 130008, [`g/0 ${z1}.10 new`]],
  ),
  {
    number: 120,
    title: 'two deploys at once',
    cases: {
      a: {
        steps: [
          {
            together: [
              { networks: net('a', s4(`reserved: [${z1}.4-${z1}.254]`)), deploy: g(1), as: 'one' },
              { deploy: g(1), as: 'two' },
            ],
          },
        ],
        original: [{ together: [[`g/0 ${z1}.2 new`], [`g/0 ${z1}.3 new`]] }],
      },
      b: {
        steps: [
          {
            together: [
              { networks: net('a', s4(`reserved: [${z1}.4-${z1}.254]`)), deploy: g(2), as: 'one' },
              { deploy: g(2), as: 'two' },
            ],
          },
        ],
        original: [{ together: [[`g/0 ${z1}.2 new`, `g/1 ${z1}.3 new`], 130011] }],
      },
      c: {
        director: [],
        steps: [
          {
            together: [
              { networks: net('a', s4()) + net('p', s4(`prefix: 30`)), deploy: g(3), as: 'one' },
              { deploy: g(3, 'p'), as: 'two' },
            ],
          },
        ],
        original: [{ together: ['apart', 'apart'] }],
      },
    },
  },
  {
    number: 121,
    title: 'compilation fails',
    cases: Object.fromEntries(
      (['compile', 'create_compilation_vm'] as const).map((fails, at) => [
        'ab'[at],
        {
          steps: [
            {
              networks: net('a', s4()),
              compilation: '{workers: 1, network: a, vm_type: small}',
              deploy: g(1),
              compiles: true,
              fails,
            },
            { deploy: g(2) },
          ],
          original: [{ error: fails === 'compile' ? 450001 : 100, compiledAt: `${z1}.3` }, [`g/0 ${z1}.2 new`, `g/1 ${z1}.3 new`]],
        },
      ]),
    ),
  },
];
