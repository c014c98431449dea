import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { openScene, type Scene } from './scene.js';

/** Gotchas 6 and 18: both families on one NIC. */
describe('dual stack', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene?.close());

  const visit = (url: string): Promise<string> => scene.at('workstation', 'curl', '-gsSf', '--max-time', '10', url);
  const nics = async (vm: string): Promise<string[]> =>
    (await scene.at(vm, 'ip', '-o', 'link', 'show', 'type', 'veth')).split('\n').map((line) => line.split(': ')[1]?.split('@')[0] ?? '');
  /** Both addresses on the one NIC, a default route of each family, and pages over both. */
  async function bothOnOneNic(example: string, ipv4: string, ipv6: string): Promise<void> {
    const vm = await scene.vm(example);
    expect(await nics(vm)).toEqual(['eth0']);
    expect(await scene.at(vm, 'ip', '-o', 'addr', 'show', 'dev', 'eth0')).toContain(`${ipv4}/24`);
    expect(await scene.at(vm, 'ip', '-o', 'addr', 'show', 'dev', 'eth0')).toContain(`${ipv6}/64`);
    expect(await scene.at(vm, 'ip', '-4', 'route', 'show', 'default')).toMatch(/^default via 10\.0\.9\.1 dev eth0[^\n]*$/);
    expect(await scene.at(vm, 'ip', '-6', 'route', 'show', 'default')).toMatch(/^default via 2601:646:100:69f0::1 dev eth0[^\n]*$/);
    expect(await visit(`http://${ipv4}/`)).toContain('10.0.8.2');
    expect(await visit(`http://[${ipv6}]/`)).toBe(`greeter at ${ipv6} greets fd00:8::2`);
    expect((await scene.instances(example))[0]?.ips).toBe(`${ipv4}\n${ipv6}`);
  }

  it('is one network with a subnet of each family', async () => {
    expectDone(await scene.deploy('dual-stack'));
    await bothOnOneNic('dual-stack', '10.0.9.161', '2601:646:100:69f0::161');
    expect(await scene.at(await scene.vm('dual-stack'), 'cat', '/etc/resolv.conf')).toBe(
      'nameserver 127.6.0.53\nnameserver 8.8.8.8\nnameserver 2001:4860:4860::8888',
    );
  });

  it('shows an address and a route that are lost, and has them back', async () => {
    const vm = await scene.vm('dual-stack');
    const told = async (): Promise<string> => JSON.stringify((await scene.instances('dual-stack'))[0]);
    // the agent may look between the loss and the question
    const seen = await eventually(
      async () => {
        expectDone(await scene.ran(vm, 'sh', '-c', 'ip -6 addr del 2601:646:100:69f0::161/64 dev eth0; ip route del default; true'));
        return told();
      },
      (row) => row.includes('missing'),
    );
    expect(seen).toContain('eth0 2601:646:100:69f0::161 (missing)\\neth0 10.0.9.1 (missing-route)');
    expect(await eventually(told, (row) => !row.includes('missing'), { seconds: 60 })).not.toContain('missing');
    await bothOnOneNic('dual-stack', '10.0.9.161', '2601:646:100:69f0::161');
  });

  it('tells templates both addresses, and what to listen on', async () => {
    expect(await visit('http://10.0.9.161/addresses')).toMatch(/^ipv4 10\.0\.9\.161\nipv6 2601:646:100:69f0::161\nlisten ::$/m);
  });

  it('tells links both addresses', async () => {
    const reader = (text: string): string =>
      `${text}- name: phonebook\n  instances: 1\n  azs: [z1]\n  vm_type: small\n  stemcell: debian\n  networks:\n  - name: default\n  jobs:\n  - {name: phonebook, release: greeter}\n`;
    expectDone(await scene.deploy('dual-stack', reader));
    const vm = await scene.vm('dual-stack', 'phonebook');
    expect(await scene.at(vm, 'cat', '/var/vcap/jobs/phonebook/etc/book')).toBe('greeter/0 10.0.9.161 2601:646:100:69f0::161');
    // the phonebook's own are dynamic ones
    expect((await scene.instances('dual-stack')).find(({ instance }) => instance?.startsWith('phonebook'))?.ips).toMatch(
      /^10\.0\.9\.171\n2601:646:100:69f0::2$/,
    );
  });

  it('sees nothing to change the second time', async () => {
    expectDone(await scene.deploy('dual-stack'));
    const again = expectDone(await scene.deploy('dual-stack'));
    expect(again.stdout).not.toContain('Updating instance');
  });

  it('mixes one family static and the other dynamic', async () => {
    expectDone(
      await scene.deploy('dual-stack', (text) => text.replace('[10.0.9.161, 2601:646:100:69f0::161]', '[2601:646:100:69f0::161]')),
    );
    await bothOnOneNic('dual-stack', '10.0.9.171', '2601:646:100:69f0::161');
  });

  it('is two networks in one nic_group, static', async () => {
    expectDone(await scene.deploy('nic-group'));
    await bothOnOneNic('nic-group', '10.0.9.162', '2601:646:100:69f0::162');
  });

  it('is two networks in one nic_group, dynamic', async () => {
    expectDone(await scene.stack.bosh(['-e', 'ipv4', '-d', 'dual-stack', '-n', 'delete-deployment']));
    expectDone(await scene.deploy('nic-group', (text) => text.replaceAll(/ {4}static_ips:.*\n/g, '')));
    await bothOnOneNic('nic-group', '10.0.9.171', '2601:646:100:69f0::2');
  });

  /** Item 14 of the issue: routers of IPv6 cut nothing, so the sender must hear of the narrow link. */
  it('sends a megabyte over a link of 1280 bytes, in both families', async () => {
    const vm = await scene.vm('nic-group');
    const port = (await scene.at('router', 'ip', '-6', 'route', 'get', 'fd00:8::2')).match(/dev (\S+)/)?.[1] ?? '';
    expectDone(await scene.ran('router', 'ip', 'link', 'set', port, 'mtu', '1280'));
    const capture = await scene.start(
      vm,
      'tcpdump',
      '-nl',
      '--immediate-mode',
      '-Z',
      'root',
      '-i',
      'eth0',
      'icmp6[0] == 2 or icmp[0] == 3',
    );
    await capture.says(/listening on/);
    for (const url of ['http://10.0.9.171/megabyte', 'http://[2601:646:100:69f0::2]/megabyte'])
      expect(await scene.at('workstation', 'curl', '-gsSf', '--max-time', '20', '-o', '/dev/null', '-w', '%{size_download}', url)).toBe(
        '1048576',
      );
    const heard = await capture.stop();
    expect(heard).toMatch(/packet too big, mtu 1280/);
    expect(heard).toMatch(/need to frag \(mtu 1280\)/);
    expectDone(await scene.ran('router', 'ip', 'link', 'set', port, 'mtu', '1500'));
  });
});
