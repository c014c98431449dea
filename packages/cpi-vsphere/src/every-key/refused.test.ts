import type { JsonObject } from '@bosh6/base';
import { expect, it } from 'vitest';
import { type Given, onScene } from '../testing/key-scene.js';

type Row = [where: string, key: string, given: Given];

const keys = (where: string, names: string[], given: (key: string) => Given): Row[] => names.map((key) => [where, key, given(key)]);
const clustersOfDatastores = [{ clusters: [{ POD: {} }] }];

const ofVms: Row[] = [
  ...keys('the vCenter', ['nsx', 'nsxt', 'vm_encryption_policy_name', 'http_logging', 'nonsense'], (key) => ({ vcenter: { [key]: 'x' } })),
  ...keys('the datacenter', ['datastore_cluster_pattern', 'persistent_datastore_cluster_pattern', 'allow_mixed_datastores'], (key) => ({
    datacenter: { [key]: 'x' },
  })),
  ...keys('a VM type', ['pci_passthroughs', 'vgpus', 'device_groups', 'nsx', 'nsxt', 'nonsense'], (key) => ({ vm: { [key]: ['x'] } })),
  ['a VM type', 'datastores', { vm: { datastores: clustersOfDatastores } }],
  ...keys('a network', ['nsxt', 'nonsense'], (key) => ({
    networks: { a: { type: 'manual', ip: '10.5.0.1', cloud_properties: { name: 'VM Network', [key]: {} } } },
  })),
];
const ofDisks: [string, JsonObject][] = [
  ['name', { name: 'x' }],
  ['vm_encryption_policy_name', { vm_encryption_policy_name: 'x' }],
  ['nonsense', { nonsense: 'x' }],
  ['datastores', { datastores: clustersOfDatastores }],
];

onScene('what this CPI lacks of the original, refused by its name:', (scene) => {
  async function refuses(key: string, work: () => Promise<unknown>): Promise<void> {
    const error = await Promise.resolve()
      .then(work)
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
    expect(error).toMatchObject({
      code: expect.stringMatching(/^(CpiError|VMCreationFailed)$/),
      message: expect.stringContaining(`'${key}`),
    });
  }
  it.each(ofVms)('of %s, %s', (_where, key, given) => refuses(key, () => scene.makeVm(given)));
  it.each(ofDisks)('of a disk type, %s', (key, properties) => refuses(key, () => scene.diskIn(properties)));
});
