import { cloud, type ErrorRow, manifest, net, plus, s4, s6 } from './row.test.support.js';

const zoned = net(
  'a',
  plus(s4, 'az: z1, static: [192.168.1.10-192.168.1.14]'),
  '{range: 192.168.2.0/24, gateway: 192.168.2.1, az: z2, static: [192.168.2.10-192.168.2.14]}',
);
const networks =
  net('a', plus(s4, 'static: [192.168.1.10-192.168.1.20], reserved: [192.168.1.2-192.168.1.9]')) +
  net('b', plus(s6, 'static: ["2001:db8:0:1::10-2001:db8:0:1::20"]')) +
  net('c', '{range: 192.168.3.0/24, gateway: 192.168.3.1, prefix: 26, static: [192.168.3.64, 192.168.3.191]}') +
  net('full', '{range: 192.168.4.0/30, gateway: 192.168.4.1, reserved: [192.168.4.2]}') +
  '- {name: d, type: dynamic}\n- {name: v, type: vip}\n- {name: w, type: vip, subnets: [{static: [198.51.100.7]}]}\n';
const compilation = 'workers: 1, network: a, az: z1, vm_type: small';

/** Wrong in the keys of a group. */
const group = (row: string, number: number | undefined, instances: number, lines: string[], ...says: string[]): ErrorRow => ({
  row,
  number,
  clouds: [cloud(networks)],
  manifest: manifest(instances, ...lines),
  says,
});
/** Wrong in the networks of a group. */
const on = (row: string, number: number | undefined, entries: string, ...says: string[]): ErrorRow =>
  group(row, number, 1, [`networks: [${entries}]`], "'g'", ...says);
const inZones = (row: string, number: number, instances: number, lines: string[], ...says: string[]): ErrorRow => ({
  ...group(row, number, instances, lines, "'g'", ...says),
  clouds: [cloud(zoned, { compilation })],
});
const st = (network: string, list: string): string => `{name: ${network}, static_ips: [${list}]}`;

/** Section 1.4; rows 10, 13 and 14 before others, where that says more. */
export const groupRows: readonly ErrorRow[] = [
  { ...group('1 networks missing', 40001, 1, [], "'g'", "'networks'"), manifest: manifest(1).replace('name: g', '§name: g') },
  group('1 networks no array', 40000, 1, ['§networks: a'], "'networks'"),
  group('1 no network', 140009, 1, ['§networks: []'], "'g'"),
  on('2 an entry no mapping', 40000, '§a', "'networks/0'", "'a'"),
  on('2 name missing', 40001, '{name: a}, §{default: [dns]}', "'name'"),
  on('2 default no array', 40000, '{name: a, §default: dns}', "network 'a'", "'default'", "'dns'"),
  on('2 nic_group', 40000, '{name: a, §nic_group: true}', "network 'a'", "'nic_group'", 'true'),
  ...[
    '1.2.4',
    '""',
    '"a-b,c-d"',
    '192.168.1.12-192.168.1.13/30',
    '192.168.1.13-192.168.1.12',
    '"2001:db8::1%eth0"',
    '"[2001:db8::1]"',
    '"2001:db8::1-192.168.1.12"',
  ].map((entry) => on(`3 static_ips ${entry}`, 160010, st('a', `§${entry}`), "network 'a'", `'${entry.replaceAll('"', '')}'`)),
  on('3 static_ips a number', 40000, '{name: a, §static_ips: 5}', "network 'a'", "'static_ips'", '5'),
  on('3 an address twice', 150009, st('a', '192.168.1.10, §192.168.1.10'), "network 'a'", "'192.168.1.10'"),
  on(
    '3 an address twice, in ranges',
    150009,
    st('a', '192.168.1.10-192.168.1.12, §192.168.1.12-192.168.1.13'),
    "network 'a'",
    "'192.168.1.12-192.168.1.13'",
  ),
  on(
    '3 an address twice, in two spellings',
    150009,
    st('b', '"2001:db8:0:1::10", §"2001:0DB8:0:1:0:0:0.0.0.16"'),
    "network 'b'",
    "'2001:0DB8:0:1:0:0:0.0.0.16'",
  ),
  on('4 network unknown', 150001, '{§name: x}', "network 'x'"),
  on('4 static_ips of a dynamic network', 150008, '{name: d, §static_ips: [192.168.1.10]}', "network 'd'"),
  on('5 default', 150003, '{name: a}, {name: b, default: [dns, §foo]}', "network 'b'", "'foo'"),
  on(
    '7 gateway on two networks of one family',
    150004,
    '{name: a, default: [dns, gateway]}, {name: c, §default: [gateway]}',
    "'a'",
    "'c'",
    "'gateway' of IPv4",
  ),
  on('7 dns on two networks', 150004, '{name: a, default: [dns, gateway]}, {name: b, §default: [dns]}', "'a'", "'b'", "'dns'"),
  on(
    '7 addressable on two networks',
    150004,
    '{name: a, default: [dns, gateway, addressable]}, {name: b, §default: [addressable]}',
    "'a'",
    "'b'",
    "'addressable'",
  ),
  {
    ...on('8 no default', 150005, '{name: a}, {name: c}', "'a'", "'c'", 'dns, gateway'),
    manifest: manifest(1, '§networks: [{name: a}, {name: c}]'),
  },
  {
    ...on('8 no default for gateway', 150005, '', "'a'", "'c'", 'gateway'),
    manifest: manifest(1, '§networks: [{name: a, default: [dns]}, {name: c}]'),
  },
  {
    ...inZones('9 an AZ not served', 150006, 1, ['§azs: [z1, z3]', 'networks: [{name: a}]'], "network 'a'", 'z1, z3', 'z1, z2'),
    clouds: [cloud(zoned, { azs: '[{name: z1}, {name: z2}, {name: z3}]', compilation })],
  },
  inZones('9 subnets have AZs, the group none', 150006, 1, ['networks: [§{name: a}]'], "network 'a'", 'z1, z2'),
  group('9 the group has AZs, subnets none', 150006, 1, ['§azs: [z1]', 'networks: [{name: a}]'], "'g'", "network 'a'", 'z1'),
  inZones('10 azs empty', 140017, 1, ['§azs: []', 'networks: [{name: a}]']),
  inZones('10 an AZ no string', 140016, 1, ['azs: [z1, §7]', 'networks: [{name: a}]'], '7'),
  inZones('10 azs no array', 40000, 1, ['§azs: z1', 'networks: [{name: a}]'], "'azs'"),
  inZones('10 an AZ unknown', 140018, 1, ['azs: [z1, §z9]', 'networks: [{name: a}]'], "'z9'"),
  inZones('11 migrated_from', 190018, 1, ['azs: [z1]', 'migrated_from: [{name: old, §az: z9}]', 'networks: [{name: a}]'], "'z9'"),
  on('12 too many static IPs', 150002, '{name: a, §static_ips: [192.168.1.10, 192.168.1.11]}', "network 'a'", '2 static IPs', '1 instance'),
  on('12 no static IP', 150002, '{name: a, §static_ips: []}', "network 'a'", '0 static IPs'),
  on('12 a network for an address', 150002, st('b', '§"2001:db8:0:1::10/64"'), "network 'b'", "'2001:db8:0:1::10/64'"),
  on('13 in no subnet', 150002, st('a', '§192.168.9.9'), "network 'a'", '192.168.9.9'),
  on('13 not static', 150002, st('a', '§192.168.1.30'), "network 'a'", '192.168.1.30', '192.168.1.0/24'),
  on('13 of the other family', 150002, st('a', '§"2001:db8:0:1::10"'), "network 'a'", '2001:db8:0:1::10'),
  on('13 not the first of a prefix', 150002, st('c', '§192.168.3.191'), "network 'c'", '192.168.3.191', '192.168.3.0/24'),
  inZones(
    '14 of a subnet of another AZ',
    150007,
    1,
    ['azs: [z2]', `networks: [${st('a', '§192.168.1.10')}]`],
    "network 'a'",
    '192.168.1.0/24',
    '192.168.1.10',
    'z2',
  ),
  on('a network twice', undefined, '{name: a, default: [dns, gateway]}, §{name: a}', "network 'a'"),
  {
    ...group('15 networks of an ignored instance', 190020, 1, [], 'instance g/', "network 'a'", "network 'b'", '2001:db8:0:1::2'),
    manifest: manifest(1, '§networks: [{name: b}]'),
    before: { clouds: [cloud(networks)], manifest: manifest(1, 'networks: [{name: a}]'), ignored: true },
  },
  {
    ...group('16 held by an instance whose AZ is no longer served', 130010, 1, [], 'g/', "network 'a'", '192.168.1.10', "'z1'"),
    manifest: manifest(1, 'azs: [z2]', 'networks: [{name: a, §static_ips: [192.168.1.10]}]'),
    clouds: [cloud(zoned.replace('az: z1', 'az: z2'), { compilation: compilation.replace('z1', 'z2') })],
    before: { clouds: [cloud(zoned, { compilation })], manifest: manifest(1, 'azs: [z1]', `networks: [${st('a', '192.168.1.10')}]`) },
  },
  {
    ...group('17 no AZ for static IPs of two networks', 150002, 1, [], "'a", "'b"),
    clouds: [
      cloud(
        zoned +
          net(
            'b',
            plus(s6, 'az: z2, static: ["2001:db8:0:1::10-2001:db8:0:1::11"]'),
            '{range: "2001:db8:0:2::/64", gateway: "2001:db8:0:2::1", az: z1}',
          ),
        { compilation },
      ),
    ],
    manifest: manifest(
      2,
      'azs: [z1, z2]',
      'networks:',
      '- {name: a, default: [dns, gateway], §static_ips: [192.168.1.10, 192.168.2.10]}',
      `- ${st('b', '"2001:db8:0:1::10", "2001:db8:0:1::11"')}`,
    ),
  },
  {
    ...group('18 static IPs of a NIC group on two links', 130010, 1, [], "'a", "'b", 'NIC group 1'),
    clouds: [
      cloud(
        net('a', plus(s4, 'cloud_properties: {name: one}, static: [192.168.1.10]')) +
          net('b', plus(s6, 'cloud_properties: {name: two}, static: ["2001:db8:0:1::10"]')),
      ),
    ],
    manifest: manifest(
      1,
      'networks:',
      '- {name: a, nic_group: 1, default: [dns, gateway], §static_ips: [192.168.1.10]}',
      '- {name: b, nic_group: 1, static_ips: ["2001:db8:0:1::10"]}',
    ),
  },
  on('19 vip in both places', 130014, '{name: a, default: [dns, gateway]}, {name: w, §static_ips: [198.51.100.7]}', "network 'w'"),
  {
    ...group('20 no address left', 130011, 1, ['networks: [{name: full}]'], "network 'full'", '192.168.4.0/30'),
    clouds: [cloud(networks.replace('- name: full', '- §name: full'))],
  },
  {
    ...group(
      '20 no address left in the zone',
      130011,
      2,
      ['azs: [z1]', 'networks: [{name: a}]'],
      "network 'a'",
      '192.168.4.0/30',
      "AZ 'z1'",
    ),
    clouds: [
      cloud(net('a', '{range: 192.168.4.0/30, gateway: 192.168.4.1, az: z1}', plus(s4, 'az: z2')).replace('- name', '- §name'), {
        compilation,
      }),
    ],
  },
  {
    ...group('20 reserved, in the middle of a static range', 130013, 1, [], "network 'a'", '192.168.1.6', '192.168.1.0/24'),
    clouds: [cloud(net('a', plus(s4, 'reserved: [192.168.1.6], static: [192.168.1.4-192.168.1.8]')))],
    manifest: manifest(1, 'networks:', '- {name: a, §static_ips: [192.168.1.6]}'),
  },
  {
    ...group('20 taken', 130008, 1, [], "network 'a'", '192.168.1.12', '192.168.1.0/24'),
    manifest: manifest(1, 'networks:', '- {name: a, §static_ips: [192.168.1.12]}'),
    used: '192.168.1.11-192.168.1.13',
  },
  {
    ...group('20 a virtual address taken', 130008, 1, [], "network 'v'", '198.51.100.9'),
    manifest: manifest(1, 'networks:', '- {name: a, default: [dns, gateway]}', '- {name: v, §static_ips: [198.51.100.9]}'),
    used: '198.51.100.9',
  },
  {
    ...group('20 a vip network with no address', 130011, 1, [], "network 'v'"),
    clouds: [cloud(networks.replace('- {name: v', '- §{name: v'))],
    manifest: manifest(1, 'networks: [{name: a, default: [dns, gateway]}, {name: v}]'),
  },
  group('21 a vip network alone', 130007, 1, ['networks: [§{name: v, static_ips: [198.51.100.9]}]'], "network 'v'", 'gateway'),
];
