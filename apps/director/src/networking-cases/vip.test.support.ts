import { type Case, type Expected, g, net, one, type Row, type Step, s4, s6, st, sub, vip } from './scenario.test.support.js';

const a = net('a', s4());
const own = '{name: a, default: [dns, gateway]}';
const pool = (...ips: string[]): string => `{static: [${ips.join(', ')}]}`;
const [low, high] = ['68.68.68.68', '69.69.69.69'];
const listed = (n: number, ...ips: string[]): string => g(n, `${own}, ${st('vip', ips.join(', '))}`);
const global = (n: number): string => g(n, `${own}, {name: vip}`);
const given = (steps: readonly Step[], original: readonly Expected[], more: Partial<Case> = {}): Row['cases'] =>
  one({ steps, original, ...more });

const siblings = (ofA: string, ofB: string, n: number): Step => ({
  networks:
    net(
      'a',
      sub('192.168.1.0/24', '192.168.1.1', 'az: z1, static: [192.168.1.10], cloud_properties: {subnet: s-a}'),
      sub('192.168.2.0/24', '192.168.2.1', 'az: z1, static: [192.168.2.10], cloud_properties: {subnet: s-b}'),
    ) +
    net(
      'b',
      s6('az: z1, static: ["2001:db8:0:1::10"], cloud_properties: {subnet: s-a}'),
      sub('2001:db8:0:2::/64', '2001:db8:0:2::1', 'az: z1, static: ["2001:db8:0:2::10"], cloud_properties: {subnet: s-b}'),
    ),
  deploy: g(n, `${st('a', ofA, 'nic_group: 1, default: [dns, gateway]')}, ${st('b', ofB, 'nic_group: 1')}`, 'azs: [z1]'),
});

/** E. VIP and nic_group. */
export const vipRows: readonly Row[] = [
  {
    number: 123,
    title: 'vips of the manifest',
    cases: given(
      [{ networks: a + vip('vip'), deploy: listed(1, high) }, { deploy: listed(2, low, high) }],
      [[`g/0 192.168.1.2 ${high} new`], [`g/0 192.168.1.2 ${high} same`, `g/1 192.168.1.3 ${low} new`]],
    ),
  },
  {
    number: 124,
    title: 'vips of the cloud config',
    cases: given(
      [
        { networks: a + vip('vip', pool(high)), deploy: global(1) },
        { networks: a + vip('vip', pool(low, high)), deploy: global(2) },
      ],
      [[`g/0 192.168.1.2 ${high} new`], [`g/0 192.168.1.2 ${high} same`, `g/1 192.168.1.3 ${low} new`]],
    ),
  },
  {
    number: 125,
    title: 'another vip in the cloud config',
    cases: given(
      [
        { networks: a + vip('vip', pool(high)), deploy: global(1) },
        { networks: a + vip('vip', pool(low)), deploy: global(1), recreate: true },
      ],
      [
        [`g/0 192.168.1.2 ${high} new`],
        { instances: [`g/0 192.168.1.2 ${low} rec`], rows: [`${low} vip dynamic`, '192.168.1.2 a dynamic'] },
      ],
    ),
  },
  {
    number: 126,
    title: 'vips in both places',
    cases: given([{ networks: a + vip('vip', pool(high)), deploy: listed(1, high) }], [130014]),
  },
  {
    number: 127,
    title: 'fewer vips than instances',
    cases: {
      a: { steps: [{ networks: a + vip('vip', pool(high)), deploy: global(2) }], original: [130011] },
      b: { steps: [{ networks: a + vip('vip', pool()), deploy: global(1) }], original: [130011] },
    },
  },
  {
    number: 128,
    title: 'vips move from the manifest to the cloud config',
    cases: given(
      [
        { networks: a + vip('vip'), deploy: listed(2, low, high) },
        { networks: a + vip('vip', pool(low, high)), deploy: global(2) },
      ],
      [
        [`g/0 192.168.1.2 ${low} new`, `g/1 192.168.1.3 ${high} new`],
        [`g/0 192.168.1.2 ${low} same`, `g/1 192.168.1.3 ${high} same`],
      ],
    ),
  },
  {
    number: 129,
    title: 'a vip network as default',
    cases: {
      a: {
        steps: [{ networks: a + vip('vip'), deploy: g(1, `{name: a, default: [dns]}, ${st('vip', high, 'default: [gateway]')}`) }],
        original: [130007],
      },
      b: { steps: [{ networks: vip('vip'), deploy: g(1, st('vip', high)) }], original: [130007] },
    },
  },
  {
    number: 130,
    title: 'vips by AZ',
    cases: given(
      [
        {
          networks: net('a', s4('azs: [z1, z2]')) + vip('vip', `{az: z1, static: [${high}]}`, '{az: z2, static: [70.70.70.70]}'),
          deploy: g(2, `${own}, {name: vip}`, 'azs: [z1, z2]'),
        },
      ],
      [[`g/0 z1 192.168.1.2 ${high} new`, 'g/1 z2 192.168.1.3 70.70.70.70 new']],
    ),
  },
  {
    number: 131,
    title: 'static addresses of one NIC pair up by subnet of the IaaS',
    cases: given(
      [siblings('192.168.1.10, 192.168.2.10', '"2001:db8:0:2::10", "2001:db8:0:1::10"', 2)],
      [['g/0 z1 192.168.1.10 2001:db8:0:1::10 new', 'g/1 z1 192.168.2.10 2001:db8:0:2::10 new']],
    ),
  },
  {
    number: 132,
    title: 'static addresses of one NIC on two subnets of the IaaS',
    cases: given([siblings('192.168.1.10', '"2001:db8:0:2::10"', 1)], [130010]),
  },
];
