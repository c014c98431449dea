import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { openScene, type Scene } from './scene.js';

/** Prefix delegation with a route: what the post's gotchas did not dare to ask for. */
describe('a delegated prefix', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
    expectDone(await scene.deploy('delegated-prefix'));
  });
  afterAll(() => scene?.close());

  const visit = (address: string): Promise<string> => scene.at('workstation', 'curl', '-gsSf', '--max-time', '5', `http://[${address}]/`);

  it('is shown with its length', async () => {
    expect((await scene.instances('delegated-prefix'))[0]?.ips?.split('\n')).toEqual([
      '10.0.9.163',
      '2601:646:100:69f0::163',
      '2601:646:100:7000:1::/80',
    ]);
  });

  it('answers for every address of it, first and last too, and for none beside it', async () => {
    for (const address of ['2601:646:100:7000:1::', '2601:646:100:7000:1:cafe:0:1', '2601:646:100:7000:1:ffff:ffff:ffff'])
      expect(await visit(address)).toContain(`greeter at ${address} greets fd00:8::2`);
    expect(await visit('2601:646:100:7000:2::1')).not.toContain('greeter');
  });

  it("gives way to a workload's own route", async () => {
    const vm = await scene.vm('delegated-prefix');
    // with its id in the VM's own process namespace
    const workload = await scene.start(vm, 'unshare', '-n', 'sh', '-c', 'echo pid $$; exec sleep infinity');
    const pid = /pid (\d+)/.exec(await workload.says(/pid \d+/))?.[1] ?? '';
    const inside = ['nsenter', '-t', pid, '-n'];
    for (const line of [
      `link add w0 type veth peer name e0 netns ${pid}`,
      'link set w0 up',
      '-6 addr add fe80::77/64 dev w0 nodad',
      '-6 route add 2601:646:100:7000:1:5::/96 dev w0',
    ])
      expectDone(await scene.ran(vm, 'ip', ...line.split(' ')));
    expectDone(await scene.ran(vm, 'sysctl', '-qw', 'net.ipv6.conf.all.forwarding=1'));
    for (const line of [
      'link set lo up',
      'link set e0 up',
      '-6 addr add 2601:646:100:7000:1:5:0:2/96 dev e0 nodad',
      '-6 route add default via fe80::77 dev e0',
    ])
      expectDone(await scene.ran(vm, ...inside, 'ip', ...line.split(' ')));
    const server = await scene.start(vm, ...inside, '/usr/bin/perl', '/var/vcap/jobs/greeter/bin/server', '::', '8080', '0');
    const page = await eventually(
      () => scene.at('workstation', 'curl', '-gsSf', '--max-time', '2', 'http://[2601:646:100:7000:1:5:0:2]:8080/'),
      (text) => text.includes('greeter at'),
    );
    expect(page).toBe('greeter at 2601:646:100:7000:1:5:0:2 greets fd00:8::2');
    // the rest of the prefix is still the machine's
    expect(await visit('2601:646:100:7000:1:6:0:2')).toContain('greeter at 2601:646:100:7000:1:6:0:2');
    await server.stop();
    await workload.stop();
  });

  it('is resized: another length, another route, a new VM', async () => {
    expectDone(await scene.deploy('delegated-prefix', undefined, (text) => text.replace('prefix: 80', 'prefix: 96')));
    expect((await scene.instances('delegated-prefix'))[0]?.ips).toContain('2601:646:100:7000:0:1::/96');
    expect(await visit('2601:646:100:7000:0:1:dead:beef')).toContain('greeter at 2601:646:100:7000:0:1:dead:beef');
    expect(await visit('2601:646:100:7000:1:cafe:0:1')).not.toContain('greeter');
  });
});
