import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { openScene, type Scene } from './scene.js';

/** Item 10 of the issue: IPv6 in the two other kinds of network. */
describe('vip and dynamic networks', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene?.close());

  it('a vip may be IPv6, whole, and the VM is told nothing of it', async () => {
    expectDone(await scene.deploy('vip'));
    expect((await scene.instances('vip'))[0]?.ips?.split('\n')).toEqual(['10.0.9.166', '2001:db8::99', '2601:646:100:69f0::166']);
    const cid = await scene.vm('vip');
    const vm = (await scene.stack.lab.status()).vms.find((one) => one.cid === cid);
    expect(vm?.networks.floating).toMatchObject({ type: 'vip', ip: '2001:db8::99', prefix: '128' });
    expect(await scene.at(cid, 'ip', '-6', 'addr')).not.toContain('2001:db8');
    for (const address of ['2001:db8::99', '2601:646:100:69f0::166'])
      expect(await scene.at('workstation', 'curl', '-gsSf', '--max-time', '5', `http://[${address}]/`)).toContain('greets fd00:8::2');
  });

  it('a vip in a manifest is not cut to its first half', async () => {
    const own = await scene.deploy(
      'vip',
      (text) => text.replace('- name: floating', '- name: floating\n    static_ips: ["2001:0DB8:0:0::0099"]'),
      (text) => text.replace(/ {2}subnets:\n {2}- static: .*\n {4}azs: \[z1\]\n(?=\ncompilation)/, ''),
    );
    expectDone(own);
    expect((await scene.instances('vip'))[0]?.ips?.split('\n')).toContain('2001:db8::99');
  });

  it('a dynamic network gives an address of each family, which the Director learns', async () => {
    expectDone(await scene.deploy('dynamic'));
    const vm = await scene.vm('dynamic');
    const ips = (await scene.instances('dynamic'))[0]?.ips?.split('\n') ?? [];
    expect(ips).toHaveLength(2);
    for (const ip of ips) expect(await scene.at(vm, 'ip', '-o', 'addr', 'show', 'dev', 'eth0')).toContain(`${ip}/`);
    for (const ip of ips)
      expect(
        await scene.at('workstation', 'curl', '-gsSf', '--max-time', '10', ip.includes(':') ? `http://[${ip}]/` : `http://${ip}/`),
      ).toContain('greeter at');
    // rendered again once the addresses are known
    expect(await scene.at(vm, 'cat', '/var/vcap/jobs/greeter/etc/addresses')).toContain(`ipv6 ${ips[1]}`);
  });
});
