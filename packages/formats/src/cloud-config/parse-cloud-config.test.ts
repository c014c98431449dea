import { CodedError } from '@bosh6/base';
import { describe, expect, it } from 'vitest';
import { fail } from '../errors.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { locateNetworkError } from './locate-network-error.js';
import { parseCloudConfig } from './parse-cloud-config.js';

const base = `azs: [{name: z1}]
networks: [{name: default}]
vm_types: [{name: small, cloud_properties: {cpu: 1}}]
disk_types: [{name: default, disk_size: 1024}]
compilation: {workers: 2, network: default, az: z1, vm_type: small}
`;
const ipv6 = 'networks:\n- name: ipv6\n  subnets:\n  - range: x\n';
const read = (...texts: string[]) => parseCloudConfig(texts.map((text, index) => parseYaml(text, `c${index}`)));

describe('parseCloudConfig', () => {
  it('concatenates', () => {
    expect(read(base, ipv6)).toMatchObject({
      azs: [{ name: 'z1', cloudProperties: {}, document: 'c0', pointer: '/azs/0' }],
      networks: [{ name: 'default' }, { name: 'ipv6' }],
      networkSources: [
        { document: 'c0', pointer: '/networks/0' },
        { document: 'c1', pointer: '/networks/0' },
      ],
      compilation: { workers: 2, reuseCompilationVms: false, vmType: 'small', cloudProperties: {} },
    });
  });

  it.each<[string, string[], number, string]>([
    ['a list that is none', [base.replace('[{name: z1}]', 'z1')], 40000, 'c0'],
    ['an AZ twice', [base, 'azs: [{name: z1}]'], 190017, 'c1'],
    ['a VM type twice', [base, 'vm_types: [{name: small}]'], 190004, 'c1'],
    ['a disk type twice', [base, 'disk_types: [{name: default, disk_size: 1}]'], 190013, 'c1'],
    ['compilation twice', [base, 'compilation: {workers: 1, network: default}'], 570000, 'c1'],
    ['no compilation', ['azs: []'], 40001, 'c0'],
    ['no network', [base.replace('[{name: default}]', '[]')], 190008, 'c0'],
    ['no workers', [base.replace('workers: 2', 'workers: 0')], 40002, 'c0'],
    ['a disk below zero', [base.replace('1024', '-1')], 200001, 'c0'],
    ['an unknown compilation network', [base.replace('network: default', 'network: x')], 120001, 'c0'],
    ['an unknown compilation AZ', [base.replace('az: z1', 'az: z2')], 120002, 'c0'],
    ['an unknown compilation VM type', [base.replace('vm_type: small', 'vm_type: big')], 120003, 'c0'],
    ['an unknown compilation extension', [base.replace('workers: 2', 'workers: 2, vm_extensions: [x]')], 120005, 'c0'],
    ['two compilation sizes', [base.replace('workers: 2', 'workers: 2, cloud_properties: {a: 1}')], 120007, 'c0'],
  ])('refuses %s', (_name, texts, number, document) => {
    expect(() => read(...texts)).toThrow(
      expect.objectContaining({ number, where: expect.objectContaining({ document, line: expect.any(Number) }) }),
    );
  });

  it('takes a number for the name of a network', () => {
    expect(read(base.replaceAll('default', '7')).compilation.network).toBe('7');
  });

  it('moves an error about a network to where it was written', () => {
    const documents = [parseYaml(base, 'c0'), parseYaml(ipv6, 'c1')];
    const error = locateNetworkError(
      fail('InvalidValue', 'm', { where: { pointer: '/networks/1/subnets/0/range' } }),
      parseCloudConfig(documents),
      documents,
    );
    expect(CodedError.is(error) && error.where).toEqual({ document: 'c1', pointer: '/networks/0/subnets/0/range', line: 4, column: 5 });
  });
});
