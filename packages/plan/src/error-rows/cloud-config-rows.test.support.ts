import { cloud, type ErrorRow, manifest, net, plus, s4, s6 } from './row.test.support.js';

const on = manifest(1, 'networks: [{name: a}]');
const whole = (row: string, number: number, clouds: readonly string[], ...says: string[]): ErrorRow => ({
  row,
  number,
  clouds,
  manifest: on,
  says,
});
/** A wrong list of networks. */
const list = (row: string, number: number, networks: string, ...says: string[]): ErrorRow => whole(row, number, [cloud(networks)], ...says);
/** Wrong in a subnet of network `a`. */
const four = (row: string, number: number, more: string, ...says: string[]): ErrorRow =>
  list(row, number, net('a', plus(s4, more)), "network 'a'", '192.168.1.0/24', ...says);
const six = (row: string, number: number, more: string, ...says: string[]): ErrorRow =>
  list(row, number, net('a', plus(s6, more)), "network 'a'", '2001:db8:0:1::/64', ...says);
const bare = (row: string, number: number, subnet: string, ...says: string[]): ErrorRow =>
  list(row, number, net('a', subnet), "network 'a'", ...says);
const gateway = (what: string, at: string, range = '192.168.1.0/24'): ErrorRow =>
  bare(`manual 3 gateway ${what}`, 160003, `{range: "${range}", §gateway: "${at}"}`, range, at);
/** Wrong beside a network that is right. */
const beside = (row: string, number: number, network: string, ...says: string[]): ErrorRow =>
  list(row, number, `${net('a', s4)}- {${network}}\n`, "network 'b'", ...says);
const dynamic = (row: string, number: number, more: string, ...says: string[]): ErrorRow =>
  beside(`dynamic ${row}`, number, `name: b, type: dynamic, ${more}`, ...says);
const vip = (row: string, number: number, subnets: string, ...says: string[]): ErrorRow =>
  beside(`vip ${row}`, number, `name: b, type: vip, subnets: [${subnets}]`, ...says);
/** Wrong in a second cloud config. */
const second = (row: string, number: number, text: string, ...says: string[]): ErrorRow =>
  whole(row, number, [cloud(net('a', s4)), `${text}\n`], ...says);
const compiling = (row: string, number: number, compilation: string, networks: string, ...says: string[]): ErrorRow =>
  whole(row, number, [cloud(networks, { compilation })], ...says);

/** Sections 1.1 to 1.3. */
export const cloudConfigRows: readonly ErrorRow[] = [
  second('1.1 azs no array', 40000, '§azs: x', "'azs'"),
  second('1.1 vm_types no array', 40000, '§vm_types: {}', "'vm_types'"),
  second('1.1 disk_types no array', 40000, '§disk_types: 1', "'disk_types'"),
  second('1.1 networks no array', 40000, '§networks: a', "'networks'"),
  second('1.1 vm_extensions no array', 40000, '§vm_extensions: x', "'vm_extensions'"),
  second('1.1 compilation twice', 570000, '§compilation: {workers: 1, network: a}', "'compilation'", "'cloud-config 0'"),
  second('1.1 AZ twice', 190017, 'azs: [{§name: z1}]', "'z1'", "'cloud-config 0'"),
  second('1.1 network twice', 190007, `networks:\n- {§name: a, subnets: [${s6}]}`, "'a'"),
  second('1.1 VM type twice', 190004, 'vm_types: [{§name: small}]', "'small'"),
  second('1.1 disk type twice', 190013, 'disk_types: [{name: d, disk_size: 1}, {§name: d, disk_size: 2}]', "'d'"),
  second('1.1 VM extension twice', 190005, 'vm_extensions: [{name: e}, {§name: e}]', "'e'"),
  second(
    '1.1 a network of the second config',
    160002,
    'networks:\n- {name: b, subnets: [{§range: nonsense, gateway: 1}]}',
    "'b'",
    'nonsense',
  ),

  second('1.3.1 AZ without name', 40001, 'azs: [§{cloud_properties: {}}]', "'name'"),
  whole('1.3.2 networks missing', 40001, ['§azs: []\ncompilation: {workers: 1, network: a}\n'], "'networks'"),
  whole('1.3.2 no network', 190008, ['azs: []\n§networks: []\ncompilation: {workers: 1, network: a}\n'], "'networks'"),
  beside('1.3.2 type', 190010, 'name: b, §type: bridge', "'bridge'"),
  beside('1.3.2 type no string', 40000, 'name: b, §type: [manual]', "'type'", 'an array'),
  list('1.3.2 a network no mapping', 40000, `${net('a', s4)}- §manual\n`, "'networks/1'", "'manual'"),
  list('manual name missing', 40001, `${net('a', s4)}- §{subnets: [${s6}]}\n`, "'name'"),
  list('manual name no DNS name', 420001, `${net('a', s4)}- {§name: b_, subnets: [${s6}]}\n`, "network 'b_'", "'b-'"),
  list('manual managed no flag', 40000, `- {name: a, §managed: 7, subnets: [${s4}]}\n`, "network 'a'", "'managed'", '7'),
  list('manual subnets missing', 40001, '- §{name: a}\n', "network 'a'", "'subnets'"),
  list('manual subnets no array', 40000, `- {name: a, §subnets: ${s4}}\n`, "network 'a'", "'subnets'", 'a mapping'),
  list('manual a subnet no mapping', 40000, net('a', s4, '§10.0.0.0/24'), "network 'a'", "'subnets/1'", "'10.0.0.0/24'"),

  list(
    'manual 1 managed without name',
    40001,
    `- {name: a, managed: true, subnets: [§${s4}]}\n`,
    "network 'a'",
    '192.168.1.0/24',
    "'name'",
  ),
  list('manual 1 range missing', 40001, net('a', s4, '§{gateway: 10.0.0.1}'), "network 'a'", 'subnet number 2', "'range'"),
  bare('manual 1 range no text', 40000, '{§range: [10.0.0.0/24], gateway: 10.0.0.1}', "'range'", 'an array'),
  bare('manual 1 gateway missing', 40001, '§{range: 192.168.1.0/24}', '192.168.1.0/24', "'gateway'"),
  bare('manual 1 gateway no text', 40000, '{range: 192.168.1.0/24, §gateway: true}', '192.168.1.0/24', "'gateway'", 'true'),
  ...['nonsense', '192.168.1.0/33', '192.168.01.0/24', '2001:db8::/129', '2001:db8::%eth0/64', '[2001:db8::]/64', ''].map((range) =>
    bare(`manual 2 range '${range}'`, 160002, `{§range: "${range}", gateway: 192.168.1.1}`, `'${range}'`),
  ),
  ...['192.168.1.1/32', '192.168.1.0', '2001:db8::1/128'].map((range) =>
    bare(`manual 2 one address: ${range}`, 160002, `{§range: "${range}", gateway: 192.168.1.1}`, `'${range}'`),
  ),
  ...['fe80::/64', 'FE80::/10', 'ff02::/64', '224.0.0.0/24'].map((range) =>
    bare(`manual 2 no addresses of machines: ${range}`, 160002, `{§range: "${range}", gateway: "fe80::1"}`, `'${range}'`),
  ),
  gateway('unreadable', 'router'),
  gateway('two', '192.168.1.1-192.168.1.2'),
  gateway('with a length', '192.168.1.1/24'),
  gateway('outside the range', '192.168.2.1'),
  gateway('the network id', '192.168.1.0'),
  gateway('the broadcast IP', '192.168.1.255'),
  gateway('of IPv6 in IPv4', '2001:db8::1'),
  gateway('of IPv4 in IPv6', '192.168.1.1', '2001:db8:0:1::/64'),
  gateway('outside the range, IPv6', '2001:db8:0:2::1', '2001:db8:0:1::/64'),
  gateway('with a zone', 'fe80::1%eth0', '2001:db8:0:1::/64'),

  ...(['reserved', 'static'] as const).flatMap((key) => [
    four(`manual 4, 5 ${key} unreadable`, 160010, `${key}: [192.168.1.9, §1.2.4]`, "'1.2.4'"),
    four(`manual 4, 5 ${key} empty text`, 160010, `§${key}: ""`, "''"),
    four(`manual 4, 5 ${key} two ranges in one`, 160010, `§${key}: "192.168.1.2-192.168.1.3,192.168.1.5"`, "'192.168.1.2-192.168.1.3,"),
    four(`manual 4, 5 ${key} a range with length`, 160010, `${key}: [§192.168.1.2-192.168.1.8/30]`, "'192.168.1.2-192.168.1.8/30'"),
    four(`manual 4, 5 ${key} reversed (BOSH: empty)`, 160010, `${key}: [§192.168.1.9 - 192.168.1.2]`, "'192.168.1.9 - 192.168.1.2'"),
    six(`manual 4, 5 ${key} reversed, IPv6 (BOSH: empty)`, 160010, `§${key}: "2001:DB8:0:1::A-2001:db8:0:1::9"`, "'2001:DB8:0:1::A-2001"),
    six(
      `manual 4, 5 ${key} of both families`,
      160010,
      `${key}: [§"2001:db8:0:1::9-192.168.1.9"]`,
      "'2001:db8:0:1::9-192.168.1.9'",
      'IPv6',
      'IPv4',
    ),
    four(
      `manual 4, 5 ${key} of both families, IPv4 first`,
      160010,
      `${key}: [§"10.0.0.1 - ::5"]`,
      "'10.0.0.1 - ::5' starts in IPv4 and ends in IPv6",
    ),
    four(`manual 4, 5 ${key} of IPv6 in IPv4`, 160010, `${key}: [§"2001:db8::1"]`, "'2001:db8::1'"),
    six(`manual 4, 5 ${key} with a zone`, 160010, `${key}: [§"2001:db8:0:1::5%eth0"]`, "'2001:db8:0:1::5%eth0'"),
    four(`manual 4, 5 ${key} no list`, 40000, `§${key}: {a: 1}`, `'${key}'`, 'a mapping'),
    four(`manual 4, 5 ${key} an entry no text`, 40000, `${key}: [192.168.1.9, §null]`, `'${key}/1'`, 'null'),
  ]),
  four('manual 4 reserved outside', 160005, 'reserved: [192.168.1.9, §192.168.2.5]', "'192.168.2.5'"),
  four('manual 4 reserved leaves the range', 160005, 'reserved: [§192.168.1.250-192.168.2.5]', "'192.168.1.250-192.168.2.5'"),
  six('manual 4 reserved of IPv4 in IPv6', 160005, '§reserved: 10.0.0.1', "'10.0.0.1'"),
  four('manual 5 static reserved', 160006, 'reserved: 192.168.1.5, static: [§192.168.1.5]', "'192.168.1.5'"),
  six(
    'manual 5 static reserved in another spelling',
    160006,
    'reserved: "2001:db8:0:1::A", static: [§"2001:0DB8:0:1:0:0:0:a"]',
    '2001:db8:0:1::a',
  ),
  four('manual 5 static is the gateway', 160006, 'static: [§192.168.1.1]', "'192.168.1.1'"),
  four('manual 5 static is the broadcast address', 160006, 'static: [§192.168.1.255]', "'192.168.1.255'"),
  four('manual 5 static is the Director', 160006, 'static: [§192.168.1.222]', "'192.168.1.222'"),
  four('manual 5 static outside', 160006, 'static: [§192.168.2.5]', "'192.168.2.5'"),
  six('manual 5 static of IPv4 in IPv6', 160006, 'static: [§10.0.0.1]', "'10.0.0.1'"),
  four('manual 6 prefix shorter than the range', 16013, '§prefix: 23', '23'),
  six('manual 6 prefix shorter than the range, IPv6', 16013, '§prefix: "48"', '48'),
  four('manual 6 prefix longer than an address', 16013, '§prefix: 33', '33'),
  six('manual 6 prefix longer than an address, IPv6', 16013, '§prefix: 129', '129'),
  four('manual 6 prefix no number', 40000, '§prefix: half', "'prefix'", "'half'"),
  four('manual 6 prefix below zero', 40000, '§prefix: -1', "'prefix'", '-1'),
  four('manual 6 prefix no whole number', 40000, '§prefix: 28.5', "'prefix'", '28.5'),
  four('manual 7 dns no array', 40000, '§dns: 10.0.0.1', "'dns'", "'10.0.0.1'"),
  four('manual 7 dns unreadable', 160004, 'dns: [8.8.8.8, §foo.bar]', "'foo.bar'"),
  four('manual 7 dns a network', 160004, 'dns: [§10.0.0.0/24]', "'10.0.0.0/24'"),
  six('manual 7 dns with a zone', 160004, 'dns: [§"fe80::1%eth0"]', "'fe80::1%eth0'"),
  ...['fe80::1', 'FF02::FB', '::', '0.0.0.0', '224.0.0.251', '255.255.255.255'].map((server) =>
    six(`manual 7 dns that no VM can ask: ${server}`, 160004, `dns: [192.168.1.53, §"${server}"]`, `'${server}'`),
  ),
  four('manual 8 az and azs', 160008, 'az: z1, §azs: [z1]', "'az'", "'azs'"),
  four('manual 8 azs empty', 160008, '§azs: []', "'azs'"),
  four('manual 8 az unknown', 160007, '§az: z9', "'z9'"),
  four('manual 8 az unknown, named like the network', 160007, '§az: a', "AZ 'a'"),
  four('manual 8 azs unknown', 160007, 'azs: [z1, §z9]', "'z9'"),
  four('manual 8 az null', 40000, '§az: null', "'az'", 'null'),
  four('manual 8 azs no array', 40000, '§azs: z1', "'azs'", "'z1'"),
  four('manual 9 netmask_bits', 40000, '§netmask_bits: "24"', "'netmask_bits'", "'24'"),
  four('manual 9 cloud_properties', 40000, '§cloud_properties: x', "'cloud_properties'", 'a string'),
  four('manual on_link', 40000, '§on_link: 1', "'on_link'", '1'),
  four('manual accept_router_advertisements of IPv4', 160008, '§accept_router_advertisements: true', "'accept_router_advertisements'"),
  list(
    'manual 10 overlap',
    160001,
    net('a', s4, '{§range: 192.168.1.128/28, gateway: 192.168.1.129}'),
    "'a'",
    '192.168.1.0/24',
    '192.168.1.128/28',
  ),
  list('manual 10 overlap, equal', 160001, net('a', s4, s6, s4.replace('range', '§range')), "'a'", '192.168.1.0/24'),
  list(
    'manual 10 overlap in another spelling',
    160001,
    net('a', s6, '{§range: "2001:0DB8:0:0001:8000:0:0.0.0.0/65", gateway: "2001:db8:0:1:8000::1"}'),
    "'a'",
    '2001:db8:0:1::/64',
    '2001:db8:0:1:8000::/65',
  ),
  list(
    'manual 10 prefixes of one family',
    16014,
    net('a', s4, s6, '{range: 192.168.3.0/24, gateway: 192.168.3.1, §prefix: 28}'),
    "'a'",
    '192.168.1.0/24',
    '/32',
    '192.168.3.0/24',
    '/28',
  ),
  list('manual AZs mixed', 140016, net('a', plus(s4, 'az: z1'), `§${s6}`), "network 'a'", '2001:db8:0:1::/64'),

  list('dynamic name missing', 40001, `${net('a', s4)}- §{type: dynamic}\n`, "'name'"),
  list('dynamic name no DNS name', 420001, `${net('a', s4)}- {§name: -b, type: dynamic}\n`, "network '-b'"),
  ...['az: z1', 'azs: [z1]', 'managed: true', 'prefix: 32'].map((key) =>
    dynamic(`with ${key}`, 160008, `§${key}`, `'${key.split(':')[0]}'`),
  ),
  ...['dns: [10.0.0.1]', 'cloud_properties: {}'].map((key) =>
    dynamic(`with subnets and ${key}`, 160008, `§${key}, subnets: [{}]`, `'${key.split(':')[0]}'`),
  ),
  dynamic('subnets no array', 40000, '§subnets: x', "'subnets'", "'x'"),
  dynamic('subnet no mapping', 40000, 'subnets: [{}, §x]', "'subnets/1'", "'x'"),
  dynamic('subnet prefix no whole number', 40000, 'subnets: [{§prefix: "32"}]', 'subnet number 1', "'prefix'", "'32'"),
  dynamic('subnet prefix', 160008, 'subnets: [{}, {§prefix: 64}]', 'subnet number 2', '64'),
  dynamic('subnet dns that no VM can ask', 160004, 'subnets: [{dns: [§"fe80::1"]}]', 'subnet number 1', "'fe80::1'", 'link-local'),
  dynamic('subnet dns', 160004, 'subnets: [{dns: [§x]}]', 'subnet number 1', "'x'"),
  dynamic('subnet az unknown', 160007, 'subnets: [{§az: z9}]', 'subnet number 1', "'z9'"),
  dynamic('AZs mixed', 140016, 'subnets: [{az: z1}, §{}]', 'subnet number 2'),

  list('vip name missing', 40001, `${net('a', s4)}- §{type: vip}\n`, "'name'"),
  list('vip name no DNS name', 420001, `${net('a', s4)}- {§name: -b, type: vip}\n`, "network '-b'"),
  vip('static no array', 40000, '{§static: 1.1.1.1}', 'subnet number 1', "'static'", "'1.1.1.1'"),
  vip('static unreadable', 160010, '{static: [1.1.1.1]}, {static: [§1.1.1]}', 'subnet number 2', "'1.1.1'"),
  vip('static reversed (BOSH: empty)', 160010, '{static: [§1.1.1.9-1.1.1.1]}', 'subnet number 1', "'1.1.1.9-1.1.1.1'"),
  vip('az and azs', 160008, '{az: z1, §azs: [z1]}', 'subnet number 1', "'az'"),
  vip('az unknown', 160007, '{§az: z9}', 'subnet number 1', "'z9'"),
  vip('AZs mixed', 140016, '{static: [1.1.1.1], az: z1}, §{static: [1.1.1.2]}', 'subnet number 2'),

  compiling('1.3.4 network unknown', 120001, 'workers: 1, §network: x', net('a', s4), "'x'"),
  compiling('1.3.4 AZ unknown', 120002, 'workers: 1, network: a, §az: z9', net('a', s4), "'z9'"),
  compiling('1.3.4 AZ not served', 150006, 'workers: 1, network: a, §az: z2', net('a', plus(s4, 'az: z1')), "network 'a'", "'z2'", 'z1'),
  compiling('1.3.4 no AZ, where subnets have some', 150006, 'workers: 1, §network: a', net('a', plus(s4, 'az: z1')), "network 'a'", 'z1'),
  whole(
    '1.3.4 network missing',
    40001,
    [cloud(net('a', s4), { compilation: 'workers: 1' }).replace('compilation', '§compilation')],
    "'network'",
  ),
];
