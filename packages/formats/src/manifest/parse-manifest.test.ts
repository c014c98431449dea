import { CodedError } from '@bosh6/base';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../yaml/parse-yaml.js';
import { parseManifest } from './parse-manifest.js';

const base = `name: nginx
releases:
- name: nginx
  version: latest
stemcells:
- alias: default
  os: debian-bookworm
  version: 1.0
update:
  canaries: 1
  max_in_flight: 20%
  canary_watch_time: 1000-60000
  update_watch_time: 5000
  serial: false
instance_groups:
- name: nginx
  instances: 1
  azs: [z1]
  jobs:
  - name: nginx
    release: nginx
    properties: {a: {b: 1}}
  vm_type: small
  stemcell: default
  persistent_disk_type: default
  networks:
  - name: ipv6
    static_ips: [2601:0646:0100:69f1:0000:0000:0000:0165]
  update: {serial: true}
`;

function refused(text: string): CodedError {
  try {
    parseManifest(parseYaml(text, 'nginx.yml'));
  } catch (error) {
    if (CodedError.is(error)) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('parseManifest', () => {
  it('reads a manifest', () => {
    const manifest = parseManifest(parseYaml(base, 'nginx.yml'));
    expect(manifest).toMatchObject({
      name: 'nginx',
      stemcells: [{ alias: 'default', os: 'debian-bookworm', version: '1.0', pointer: '/stemcells/0' }],
      update: {
        canaries: { count: 1 },
        maxInFlight: { percent: 20 },
        canaryWatchTime: { min: 1000, max: 60000 },
        updateWatchTime: { min: 5000, max: 5000 },
        serial: false,
      },
      features: { pointer: '/features' },
    });
    expect(manifest.instanceGroups[0]).toMatchObject({
      lifecycle: 'service',
      vmType: 'small',
      persistentDisk: { kind: 'type', type: 'default' },
      networks: [{ name: 'ipv6', static_ips: ['2601:0646:0100:69f1:0000:0000:0000:0165'] }],
      update: { serial: true, canaries: { count: 1 } },
      jobs: [{ name: 'nginx', properties: { a: { b: 1 } }, pointer: '/instance_groups/0/jobs/0' }],
    });
    expect(structuredClone(manifest)).toEqual(manifest);
  });

  it.each([
    ['a wrong type', base.replace('instances: 1', 'instances: "1"'), 40000, '/instance_groups/0/instances', 17],
    ['null for an optional map', base.replace('  vm_type: small', '  vm_type: small\n  env:'), 40000, '/instance_groups/0/env', 24],
    ['a missing key', base.replace('    release: nginx\n', ''), 40001, '/instance_groups/0/jobs/0/release', 20],
    ['no update', base.replace(/update:\n( {2}.*\n)+/, ''), 40001, '/update', 1],
    ['a negative number', base.replace('instances: 1', 'instances: -1'), 40002, '/instance_groups/0/instances', 17],
    ['more instances than memory', base.replace('instances: 1', 'instances: 1000000000'), 40003, '/instance_groups/0/instances', 17],
    ['an unknown stemcell alias', base.replace('stemcell: default', 'stemcell: other'), 140005, '/instance_groups/0/stemcell', 24],
    ['an unlisted release', base.replace('    release: nginx', '    release: ngin'), 140002, '/instance_groups/0/jobs/0/release', 21],
    [
      'both sizes',
      base.replace('  vm_type: small', '  vm_type: small\n  vm_resources: {cpu: 1, ram: 1, ephemeral_disk_size: 1}'),
      140022,
      '/instance_groups/0',
      16,
    ],
    ['a bad watch time', base.replace('1000-60000', '60000-1000'), 180001, '/update/canary_watch_time', 12],
    ['an unknown VM strategy', base.replace('  serial: false', '  vm_strategy: hot'), 40005, '/update/vm_strategy', 14],
    ['one of a group', base.replace('{serial: true}', '{vm_strategy: hot}'), 40005, '/instance_groups/0/update/vm_strategy', 29],
    ['v1 networks', `${base}networks: []\n`, 140026, '/networks', 30],
    ['a cloud config key', `${base}azs: []\n`, 190014, '/azs', 30],
    ['a group named twice', `${base}${base.slice(base.indexOf('- name: nginx\n  instances'))}`, 190006, '/instance_groups/1/name', 30],
    [
      'a former group that is there',
      `${base.replace('- name: nginx\n  instances', '- name: other\n  migrated_from: [{name: nginx}]\n  instances')}${base.slice(base.indexOf('- name: nginx\n  instances'))}`,
      190018,
      '/instance_groups/0/migrated_from/0/name',
      17,
    ],
    [
      'a former group that becomes two',
      ['one', 'two'].reduce(
        (text, name) =>
          text +
          base
            .slice(base.indexOf('- name: nginx\n  instances'))
            .replace('- name: nginx', `- name: ${name}\n  migrated_from: [{name: old}]`),
        base,
      ),
      190018,
      '/instance_groups/2/migrated_from/0/name',
      46,
    ],
    ['empty azs', base.replace('[z1]', '[]'), 140017, '/instance_groups/0/azs', 18],
    ['two disks', base.replace('  vm_type', '  persistent_disk: 5\n  vm_type'), 140013, '/instance_groups/0/persistent_disk', 23],
    [
      'a null link',
      base.replace('    release: nginx', '    release: nginx\n    consumes: {x: ~}'),
      40000,
      '/instance_groups/0/jobs/0/consumes/x',
      22,
    ],
    ['a bad variable', `${base}variables: [{name: a/, type: password}]\n`, 540004, '/variables/0/name', 30],
    ['a text as feature', `${base}features: {use_dns_addresses: "yes"}\n`, 560001, '/features/use_dns_addresses', 30],
    ['a list', '- 1\n', 440001, '', 1],
  ])('refuses %s', (_name, text, number, pointer, line) => {
    expect(refused(text)).toMatchObject({ number, where: { document: 'nginx.yml', pointer, line } });
  });

  it('says what was found, not the value', () => {
    expect(refused(base.replace('name: nginx', 'name: [s3cret]')).message).toBe("'name' must be a string, but is a list");
  });
});
