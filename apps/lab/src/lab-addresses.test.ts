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

  it('both ends of a /31 and of a /127 serve, and gateways of any kind', async () => {
    const pairs: [string, string, string, string][] = [
      ['point', '10.90.0.1', '255.255.255.254', '10.90.0.0'],
      ['point6', 'fd00:90::1', `${'ffff:'.repeat(7)}fffe`, 'fd00:90::'],
      ['anycast', 'fd00:91::5', 'ffff:ffff:ffff:ffff::', 'fd00:91::'],
      ['off-range', '10.92.0.5', '255.255.255.0', '192.168.99.1'],
      ['off-range6', 'fd00:92::5', 'ffff:ffff:ffff:ffff::', 'fd00:99::1'],
      ['link-local', '10.93.0.5', '255.255.255.0', '169.254.1.1'],
      ['link-local6', 'fd00:93::5', 'ffff:ffff:ffff:ffff::', 'fe80::1'],
    ];
    await Promise.all(
      pairs.map(async ([name, ip, netmask, gateway]) => {
        const network = { type: 'manual', ip, netmask, gateway, default: ['gateway'], cloud_properties: { name } };
        await makeVm(lab, stemcell, { [name]: network });
        expect(await page(lab, 'workstation', `http://${ip.includes(':') ? `[${ip}]` : ip}/`), name).toContain('hello');
      }),
    );
  });

  it('a delegated prefix leads to its VM in either family, after a reboot too, and nowhere once that is gone', async () => {
    const on = { type: 'manual', nic_group: '1', cloud_properties: { name: 'Delegating' } };
    const networks = {
      a: { ...on, ip: '10.94.0.5', netmask: '255.255.255.0', gateway: '10.94.0.1', default: ['gateway'] },
      four: { ...on, ip: '10.95.0.16', prefix: '28', netmask: '255.255.255.0' },
      b: { ...on, ip: 'fd00:94::5', netmask: 'ffff:ffff:ffff:ffff::', gateway: 'fe80::1', default: ['gateway'] },
      six: { ...on, ip: 'fd00:95:0:0:1::', prefix: '80', netmask: 'ffff:ffff:ffff:ffff::' },
    };
    const vm = await makeVm(lab, stemcell, networks);
    const lead = async (): Promise<string> => {
      const known = await output(lab, 'router', 'ip', '-6', 'neigh', 'show', 'nud', 'permanent');
      const routes = await Promise.all(['-4', '-6'].map((family) => output(lab, 'router', 'ip', family, 'route')));
      return [known, ...routes].join('\n');
    };
    expect(await page(lab, 'workstation', 'http://10.95.0.16/')).toContain('hello');
    expect(await page(lab, 'workstation', 'http://10.95.0.31/')).toContain('hello');
    expect(await page(lab, 'workstation', 'http://[fd00:95::1:cafe:0:1]/')).toContain('hello');
    await lab.rebootVm(vm);
    expect(await page(lab, 'workstation', 'http://10.95.0.20/')).toContain('hello');
    const { mac } = (await settingsOf(vm)).four ?? {};
    expect(await lead()).toContain(`lladdr ${mac} PERMANENT`);
    await lab.deleteVm(vm);
    expect(await lead()).not.toMatch(/10\.95\.0\.16\/28|fd00:95::/);
    expect(await lead()).not.toContain(`lladdr ${mac} `);
  });

  it('a delegated IPv4 prefix needs no other address and no IPv6 on its NIC', async () => {
    const on = { type: 'manual', cloud_properties: { name: 'Alone' } };
    const prefix = { ...on, ip: '10.96.0.16', prefix: '28', netmask: '255.255.255.0', gateway: '10.96.0.1', default: ['gateway'] };
    const vm = await makeVm(lab, stemcell, { prefix, ipv6: postNetworks(176).ipv6 as JsonObject });
    expect(await page(lab, 'workstation', 'http://10.96.0.17/')).toContain('hello');
    await output(lab, vm, 'sysctl', '-qw', 'net.ipv6.conf.eth0.disable_ipv6=1', 'net.ipv4.conf.eth0.arp_ignore=1');
    expect(await page(lab, 'workstation', 'http://10.96.0.18/')).toContain('hello');
  });

  it('a link of 1280 bytes on the way: the router says packet too big, and a page of 1 MB arrives', async () => {
    const vm = await makeVm(lab, stemcell, postNetworks(174));
    await page(lab, 'workstation', 'http://[2601:646:100:69f1::174]/');
    const route = await output(lab, 'router', 'ip', '-6', 'route', 'get', 'fd00:8::2');
    const way = /dev (\S+)/.exec(route)?.[1] ?? '';
    await output(lab, 'router', 'ip', 'link', 'set', way, 'mtu', '1280');
    const big = await output(lab, 'workstation', 'curl', '-gsSf', '--max-time', '20', 'http://[2601:646:100:69f1::174]/big');
    expect(big.length).toBe(1 << 20);
    expect(await output(lab, vm, 'ip', '-6', 'route', 'get', 'fd00:8::2')).toContain('mtu 1280');
    await output(lab, 'router', 'ip', 'link', 'set', way, 'mtu', '1500');
  });
});
