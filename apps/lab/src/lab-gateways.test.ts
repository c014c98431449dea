import type { JsonObject } from '@bosh6/base';
import type { LabHandle } from '@bosh6/lab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeVm, output, page, postNetworks, type TestPlace, testPlace } from './testing/test-lab.js';

describe('gateways of the router', { timeout: 40_000 }, () => {
  let place: TestPlace;
  let lab: LabHandle;
  let stemcell: string;
  beforeAll(async () => {
    place = await testPlace();
    lab = await place.start();
    stemcell = await lab.createStemcell({ imagePath: place.imagePath, cloudProperties: {} });
  });
  afterAll(() => place.remove());

  const listed = async (name: string): Promise<string[] | undefined> =>
    (await lab.status()).networks.find((network) => network.name === name)?.gateways;
  const onRouter = async (): Promise<string> =>
    `${await output(lab, 'router', 'ip', '-o', 'addr')}\n${await output(lab, 'router', 'ip', 'route')}`;
  const network = (name: string, ip: string, gateway: string): Record<string, JsonObject> => {
    const netmask = ip.includes(':') ? 'ffff:ffff:ffff:ffff::' : '255.255.255.0';
    return {
      [`${name} ${ip}`]: { type: 'manual', ip, netmask, gateway, nic_group: '1', default: ['gateway'], cloud_properties: { name } },
    };
  };

  it('go with the last VM that needs them, and not before', async () => {
    const one = await makeVm(lab, stemcell, {
      ...network('Shared', '10.97.0.5', '10.97.0.1'),
      ...network('Shared', 'fd00:97::5', 'fe80::1'),
    });
    const two = await makeVm(lab, stemcell, {
      ...network('Shared', '10.97.0.6', '10.97.0.2'),
      ...network('Shared', 'fd00:97::6', 'fe80::1'),
    });
    expect(await listed('Shared')).toEqual(['10.97.0.1', 'fe80::1', '10.97.0.2']);
    await lab.deleteVm(one);
    expect(await listed('Shared')).toEqual(['fe80::1', '10.97.0.2']);
    expect(await onRouter()).not.toContain('10.97.0.1/24');
    expect(await page(lab, 'workstation', 'http://10.97.0.6/')).toContain('hello');
    expect(await page(lab, 'workstation', 'http://[fd00:97::6]/')).toContain('hello');
    await lab.deleteVm(two);
    expect(await listed('Shared')).toEqual([]);
    expect(await onRouter()).not.toMatch(/10\.97\.0\.|fe80::1\/|fd00:97::/);
  });

  it("stay when they are the director's too", async () => {
    const vm = await makeVm(lab, stemcell, postNetworks(180));
    await lab.deleteVm(vm);
    expect([await listed('VM Network'), await listed('IPv6')]).toEqual([['10.0.9.1'], ['2601:646:100:69f1:20d:b9ff:fe48:9249']]);
  });

  it('of a VM that could not be made go at once', async () => {
    const wrong = { ...network('Failing', '10.98.0.5', '10.98.0.1'), v: { type: 'vip', ip: 'fd00:98::5' } };
    await expect(makeVm(lab, stemcell, wrong)).rejects.toThrow(/no IPv6 address/);
    expect(await listed('Failing')).toEqual([]);
    expect(await onRouter()).not.toContain('10.98.0.');
  });

  it('leave the way to a prefix that another VM has, though no IPv4 address stays on the bridge', async () => {
    const on = { type: 'manual', cloud_properties: { name: 'Leading' }, netmask: '255.255.255.0' };
    const first = await makeVm(lab, stemcell, network('Leading', '10.99.0.5', '10.99.0.1'));
    await makeVm(lab, stemcell, { prefix: { ...on, ip: '10.100.0.16', prefix: '28' } });
    expect(await onRouter()).toContain('10.100.0.16/28');
    await lab.deleteVm(first);
    expect(await onRouter()).toContain('10.100.0.16/28');
    expect(await onRouter()).not.toContain('10.99.0.');
  });
});
