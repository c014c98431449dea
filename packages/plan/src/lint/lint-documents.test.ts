import { parseYaml } from '@bosh6/formats';
import { detectKind, subjectOf } from '@bosh6/formats/lint';
import type { DocumentKind } from '@bosh6/formats/schema';
import { describe, expect, it } from 'vitest';
import { lintDocuments } from './lint-documents.js';

/** `severity line:column code` of what is wrong with texts; the first is `a.yml`. */
function lint(...texts: string[]): string[] {
  const inputs = texts.map((text, at) => {
    const document = parseYaml(text, `${'abc'[at]}.yml`);
    return { subject: subjectOf(document), kind: detectKind(document.value, '') as DocumentKind };
  });
  return lintDocuments(inputs).map(
    ({ document, line, column, code, fix }) => `${document} ${line}:${column} ${code}${fix?.startsWith('did') ? ` ${fix}` : ''}`,
  );
}

const cloud = `azs: [{name: z1}, {name: z2}]
vm_types: [{name: small}]
disk_types: [{name: disk, disk_size: 1}]
vm_extensions: [{name: extra}]
compilation: {workers: 1, network: four, az: z1}
networks:
- name: four
  subnets: [{range: 10.0.0.0/24, gateway: 10.0.0.1, static: [10.0.0.10 - 10.0.0.20], azs: [z1, z2]}]
- name: six
  subnets: [{range: "2001:db8::/64", gateway: fe80::1, static: ["2001:db8::10 - 2001:db8::20"], azs: [z1, z2]}]
- {name: given, type: dynamic, subnets: [{azs: [z1, z2]}]}
`;
const manifest = (groups: string): string => `name: d
releases: []
stemcells: [{alias: s, os: o, version: "1"}]
update: {canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1}
instance_groups:
${groups}`;
const group = (networks: string, more = 'vm_type: small', name = 'g'): string =>
  `- {name: ${name}, instances: 1, azs: [z1], stemcell: s, jobs: [], ${more}, networks: [${networks}]}\n`;

describe('a manifest against cloud configs', () => {
  it('has nothing to say when all fits', () => {
    expect(lint(manifest(group('{name: four, static_ips: [10.0.0.10]}', 'vm_type: small, persistent_disk_type: disk')), cloud)).toEqual([]);
  });

  it('reports every name that is not there, of every group', () => {
    const more = 'vm_type: smal, vm_extensions: [extra, extras], persistent_disk_type: dsk';
    const wrong = manifest(group('{name: for}, {name: sixteen}', more) + group('{name: nowhere}', 'vm_type: big', 'h')).replace(
      'azs: [z1]',
      'azs: [z1, z7]',
    );
    expect(lint(wrong, cloud)).toEqual([
      'a.yml 6:37 UnknownAz',
      "a.yml 6:65 UnknownVmType did you mean 'small'?",
      "a.yml 6:103 UnknownVmExtension did you mean 'extra'?",
      "a.yml 6:112 UnknownDiskType did you mean 'disk'?",
      "a.yml 6:151 NetworkUnknown did you mean 'four'?",
      'a.yml 6:164 NetworkUnknown',
      'a.yml 7:61 UnknownVmType',
      'a.yml 7:87 NetworkUnknown',
    ]);
  });

  it('knows what was meant in a group behind one that cannot be read at all', () => {
    const groups = `- 5\n${group('{name: for}', 'vm_type: smal')}`;
    expect(lint(manifest(groups), cloud)).toEqual([
      'a.yml 6:3 InvalidType',
      "a.yml 7:61 UnknownVmType did you mean 'small'?",
      "a.yml 7:88 NetworkUnknown did you mean 'four'?",
    ]);
  });

  it.each([
    ['outside the static list', '{name: four, static_ips: [10.0.0.30]}', 'StaticIpsMismatch'],
    ['in no subnet', '{name: four, static_ips: [10.1.0.30]}', 'StaticIpsMismatch'],
    ['too many', '{name: four, static_ips: [10.0.0.10, 10.0.0.11]}', 'StaticIpsMismatch'],
    ['a length too much', '{name: six, static_ips: ["2001:db8::10/64"]}', 'StaticIpsMismatch'],
    ['twice, in two spellings', '{name: six, static_ips: ["2001:db8::10", "2001:0DB8:0::0010"]}', 'StaticIpTwice'],
    ['of a dynamic network', '{name: given, static_ips: [10.0.0.10]}', 'StaticIpsOnDynamic'],
    ['no default', '{name: four}, {name: given}', 'DefaultMissing'],
  ])('static IPs: %s', (_what, networks, code) => {
    expect(lint(manifest(group(networks)), cloud).map((line) => line.split(' ')[2])).toEqual([code]);
  });

  it('reports an address that two groups ask for', () => {
    const twice = group('{name: four, static_ips: [10.0.0.10]}') + group('{name: four, static_ips: [10.0.0.10]}', 'vm_type: small', 'h');
    expect(lint(manifest(twice), cloud)).toEqual(['a.yml 7:101 AddressInUse']);
  });

  it.each([
    ['has another count', '[10.0.0.10, 10.0.0.11]', 'StaticIpsMismatch'],
    ['has an address twice', '[10.0.0.10, 10.0.0.10]', 'StaticIpTwice'],
    ['has one in no list', '[10.0.0.30, 10.0.0.10]', 'StaticIpsMismatch'],
  ])('reports an address that two groups ask for, of which the first %s', (_what, ips, code) => {
    const twice = group(`{name: four, static_ips: ${ips}}`) + group('{name: four, static_ips: [10.0.0.10]}', 'vm_type: small', 'h');
    expect(lint(manifest(twice), cloud).map((line) => line.replace(/:\d+/, ''))).toEqual([`a.yml 6 ${code}`, 'a.yml 7 AddressInUse']);
  });

  it('does not judge what uses a network that is wrong itself, or that a variable says', () => {
    const asks = manifest(group('{name: four, static_ips: [10.0.0.10]}'));
    expect(lint(asks, cloud.replace('gateway: 10.0.0.1', 'gateway: 10.9.0.1'))).toEqual(['b.yml 8:34 GatewayInvalid']);
    expect(lint(asks, cloud.replace('10.0.0.0/24', '((range))').replace('10.0.0.1,', '((gateway)),'))).toEqual([]);
    expect(
      lint(asks.replace('10.0.0.10', '((ip))').replace('small', '((type))').replace('instances: 1', 'instances: ((n))'), cloud),
    ).toEqual([]);
  });
});

describe('cloud configs', () => {
  it('reports every error of every network', () => {
    const wrong = `azs: [{name: z1}]
compilation: {workers: 0, network: nowhere}
networks:
- name: a
  subnets:
  - {range: 10.0.0.0/33, gateway: 10.0.0.1}
  - {range: 10.1.0.0/24, gateway: 10.2.0.1, static: [10.1.0.5, 10.3.0.1, x], reserved: [10.4.0.0/24], dns: [fe80::1], azs: [z8]}
- name: a
  type: dynamc
- name: b
  subnets: [{range: "2001:db8::/64", prefix: 48}]
`;
    expect(lint(wrong)).toEqual([
      'a.yml 2:15 BelowMinimum',
      'a.yml 2:27 UnknownCompilationNetwork',
      'a.yml 6:6 RangeInvalid',
      'a.yml 7:26 GatewayInvalid',
      'a.yml 7:64 StaticUnusable',
      'a.yml 7:74 AddressListInvalid',
      'a.yml 7:89 ReservedOutOfRange',
      'a.yml 7:109 DnsInvalid',
      'a.yml 7:125 SubnetZoneUnknown',
      'a.yml 9:3 NetworkTypeUnknown',
      'a.yml 11:38 PrefixInvalid',
    ]);
  });

  it('leaves to others the sections that none of them has', () => {
    const own = 'networks: [{name: n, subnets: [{range: "2001:db8::/64", azs: [z1]}]}]\n';
    expect(lint(own)).toEqual(['a.yml 1:1 SectionElsewhere', 'a.yml 1:1 SectionElsewhere']);
    expect(lint(own, cloud.replace('az: z1', 'az: z9'))).toEqual(['b.yml 5:42 UnknownCompilationAz']);
    expect(lint('azs: [{name: z1}]\n', 'azs: [{name: z1}]\ncompilation: {workers: 1, network: n}\n')).toEqual([
      'a.yml 1:1 SectionElsewhere',
      'b.yml 1:8 AzTaken',
    ]);
  });
});

describe('traps', () => {
  const subnet = (more: string): string =>
    `azs: [{name: z1}, {name: z2}]\ncompilation: {workers: 1, network: n}\nnetworks: [{name: n, subnets: [{${more}, azs: [z1]}]}]\n`;
  it.each([
    ['range: "2001:db8::5/64"', ['HostBits']],
    ['range: "2001:db8::/64", static: ["2001:db8::165/64"]', ['StaticUnusable']],
    ['range: "2001:db8::/64", reserved: ["2001:db8::165/112"]', ['HostBits']],
    ['range: "2001:db8::/64", reserved: ["2001:db8::8 - 2001:db9::"]', ['ReservedOutOfRange']],
    ['range: 10.0.0.0/24, gateway: 10.0.0.1, reserved: [10.0.0.0/16]', ['EntryCut']],
    ['range: 10.0.0.0/24, gateway: 10.0.0.9, static: [10.0.0.8/30]', ['StaticHoldsReserved']],
    ['range: "2001:db8::/64", prefix: 80, static: ["2001:db8::5"]', ['StaticNotBase']],
    ['range: "2001:db8::/64", prefix: 80, static: ["2001:db8:0:0:1::"]', []],
    ['range: "2001:db8::/64", prefix: 64', ['PrefixIsWholeRange']],
    ['range: "2001:db8::1/128"', ['RangeInvalid']],
    ['range: "2001:db8::/64", dns: [fe80::1]', ['DnsInvalid']],
    [
      'range: "2001:db8::/64", azs: [z1]}, {range: 10.0.0.0/24, gateway: 10.0.0.1, azs: [z2]}, {range: 10.0.1.0/24, gateway: 10.0.1.1',
      ['FamilyNotInEveryZone'],
    ],
  ])('%s', (more, expected) => expect(lint(subnet(more)).map((line) => line.split(' ')[2])).toEqual(expected));

  it.each([
    ['{name: four}, {name: six, default: [dns, gateway]}', ['NoDefaultRoute']],
    ['{name: four, default: [gateway]}, {name: six, default: [dns, gateway]}', []],
    ['{name: four}, {name: six}', []],
    ['{name: four, default: [dns, gateway]}', []],
    ['{name: four, nic_group: 1}, {name: six, nic_group: 1}', []],
    ['{name: four, nic_group: nic0}, {name: six, nic_group: nic1}', ['NicGroupName', 'NicGroupName']],
  ])('of a group: %s', (networks, expected) => {
    expect(lint(manifest(group(networks)), cloud).map((line) => line.split(' ')[2])).toEqual(expected);
  });

  it('of name servers that cannot be asked, and of prefixes alone', () => {
    const alone = cloud.replace('gateway: fe80::1', 'gateway: fe80::1, dns: [8.8.8.8]');
    expect(lint(manifest(group('{name: six}')), alone)).toEqual(['a.yml 6:88 DnsOfOtherFamily']);
    expect(
      lint(manifest(group('{name: six}')), cloud.replace('gateway: fe80::1', 'prefix: 80').replace(/static: \["2001[^\]]*\], /, '')),
    ).toEqual(['a.yml 6:77 PrefixesOnly']);
  });
});
