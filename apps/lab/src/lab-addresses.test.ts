import type { JsonObject } from '@bosh6/base';
import type { LabHandle } from '@bosh6/lab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeVm, output, page, postNetworks, type TestPlace, testPlace } from './testing/test-lab.js';

describe('addresses that the lab gives', { timeout: 40_000 }, () => {
  let place: TestPlace;
  let lab: LabHandle;
  let stemcell: string;
  beforeAll(async () => {
    place = await testPlace();
    lab = await place.start();
    stemcell = await lab.createStemcell({ imagePath: place.imagePath, cloudProperties: {} });
  });
  afterAll(() => place.remove());

  const settingsOf = async (cid: string): Promise<Record<string, JsonObject>> =>
    (await lab.status()).vms.find((vm) => vm.cid === cid)?.networks ?? {};
  const both = (properties: JsonObject = {}): Record<string, JsonObject> => {
    const common = { type: 'dynamic', cloud_properties: { name: 'Cloud', ...properties }, default: ['dns', 'gateway'], nic_group: '1' };
    return { cloud: { ...common, prefix: '32' }, 'cloud.ipv6': { ...common, prefix: '128' } };
  };

  it('a dynamic network gives one NIC an address of each family, and no two VMs the same', async () => {
    const [one, two] = await Promise.all([makeVm(lab, stemcell, both()), makeVm(lab, stemcell, both())]);
    const settings = await settingsOf(one ?? '');
    expect(settings.cloud).toMatchObject({
      preconfigured: true,
      netmask: '255.255.255.0',
      gateway: expect.stringMatching(/^10\.254\.\d+\.1$/),
    });
    const all = [...Object.values(settings), ...Object.values(await settingsOf(two ?? ''))].map(({ ip }) => ip);
    expect(new Set(all).size).toBe(4);
    const seen = await output(lab, one ?? '', 'ip', '-o', 'addr', 'show', 'dev', 'eth0');
    for (const { ip } of Object.values(settings)) expect(seen).toContain(` ${ip}/`);
    expect(await page(lab, 'workstation', `http://${settings.cloud?.ip}/`)).toContain('hello');
    expect(await page(lab, 'workstation', `http://[${settings['cloud.ipv6']?.ip}]/`)).toBe('hello fd00:8::2');
    await lab.deleteVm(one ?? '');
    const again = await settingsOf(await makeVm(lab, stemcell, both()));
    expect(again.cloud?.ip).toBe(settings.cloud?.ip);
  });

  it('a dynamic network takes its pool from the cloud properties, and says when it is used up', async () => {
    const vm = await makeVm(lab, stemcell, both({ name: 'Small', range: '10.77.0.0/29', range6: '2001:db8:77::/125' }));
    expect((await settingsOf(vm)).cloud?.ip).toMatch(/^10\.77\.0\.[2-6]$/);
    await expect(makeVm(lab, stemcell, both({ name: 'Small', range: '10.77.0.0/33' }))).rejects.toThrow(
      /cloud_properties.range '10.77.0.0\/33'/,
    );
    const more = Array.from({ length: 8 }, () => makeVm(lab, stemcell, both({ name: 'Small', range: '10.77.0.0/29' })));
    const results = await Promise.allSettled(more);
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
  });

  it('a virtual address leads to the VM, in either family, also from its own link, and goes with it', async () => {
    const vips = { v4: { type: 'vip', ip: '203.0.113.99', prefix: '32' }, v6: { type: 'vip', ip: '2001:db8::99', prefix: '128' } };
    const { default: inside, ipv6 } = postNetworks(170);
    const networks = { default: { ...inside, default: ['gateway'] } as JsonObject, ipv6: ipv6 as JsonObject, ...vips };
    const vm = await makeVm(lab, stemcell, networks);
    expect(await page(lab, 'workstation', 'http://[2001:db8::99]/')).toBe('hello fd00:8::2');
    expect(await page(lab, 'workstation', 'http://203.0.113.99/')).toBe('hello ::ffff:10.0.8.2');
    const neighbour = await makeVm(lab, stemcell, { ipv6: postNetworks(171).ipv6 as JsonObject });
    await page(lab, 'workstation', 'http://[2601:646:100:69f1::171]/');
    expect(await page(lab, neighbour, 'http://[2001:db8::99]/')).toContain('hello');
    expect(await output(lab, vm, 'ip', 'addr')).not.toMatch(/2001:db8::99|203\.0\.113\.99/);
    await lab.deleteVm(vm);
    expect(await output(lab, 'router', 'nft', 'list', 'ruleset')).not.toMatch(/2001:db8::99|203\.0\.113\.99/);
  });

  it('a virtual address without an own one of its family is refused', async () => {
    const networks = { default: postNetworks(172).default as JsonObject, v6: { type: 'vip', ip: '2001:db8::98', prefix: '128' } };
    await expect(makeVm(lab, stemcell, networks)).rejects.toThrow(/no IPv6 address for 2001:db8::98/);
  });

  it('a network of small packets says so to both ends', async () => {
    const { ipv6 } = postNetworks(173);
    const vm = await makeVm(lab, stemcell, { ipv6: { ...(ipv6 as JsonObject), cloud_properties: { name: 'Tunnel', mtu: 1280 } } });
    expect(await output(lab, vm, 'cat', '/sys/class/net/eth0/mtu')).toBe('1280');
    await expect(
      makeVm(lab, stemcell, { ipv6: { ...(ipv6 as JsonObject), cloud_properties: { name: 'Tunnel', mtu: 500 } } }),
    ).rejects.toThrow(/1280 to 9000/);
  });
});
