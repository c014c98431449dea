import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { openScene, type Scene } from './scene.js';
import { type Running, type Seat, takeSeat } from './seat.js';

/** What the post's VM had acquired, and the MAC that it follows from. */
const acquired = '2601:646:100:69f0:250:56ff:fe8c:86a9';
const mac = '00:50:56:8c:86:a9';
const prefix = '2601:646:100:69f0::/64';

/** Gotchas 4 and 5, the post's footnote [Router Advertisements]: a router that nobody asked for captures the stock settings, and not us. */
describe('router advertisements', () => {
  let scene: Scene;
  let vm: string;
  let attacker: Seat;
  let stock: Seat;
  beforeAll(async () => {
    scene = await openScene();
    // as in the post: eth0 on an IPv4 network without a default route, eth1 on the IPv6 one
    const post = (text: string): string =>
      text.replace('    default: [dns, gateway]\n', '').replace('    default: [gateway]\n', '    default: [dns, gateway]\n');
    expectDone(await scene.deploy('default-per-family', post));
    vm = await scene.vm('default-per-family');
    attacker = await takeSeat(scene.stack, { network: 'Private', mac: '02:00:00:00:66:66' });
    stock = await takeSeat(scene.stack, { network: 'Private', mac, addresses: ['10.0.10.20/24'], stock: true });
    expectDone(await attacker.run(['sysctl', '-qw', 'net.ipv6.conf.all.forwarding=1']));
  });
  afterAll(async () => {
    await attacker?.leave();
    await stock?.leave();
    await scene?.close();
  });

  const seen = async (who: { run: Seat['run'] }, ...words: string[]): Promise<string> =>
    (await who.run(['ip', '-6', ...words])).stdout.trim();
  const inVm = { run: (argv: readonly string[]) => scene.ran(vm, ...argv) };
  const captured = (): Promise<string> =>
    eventually(
      () => seen(stock, 'addr', 'show', 'dev', 'eth0'),
      (text) => text.includes(acquired),
    );
  async function free(): Promise<void> {
    await stock.run(['ip', '-6', 'addr', 'flush', 'dev', 'eth0', 'scope', 'global']);
    await stock.run(['ip', '-6', 'route', 'flush', 'proto', 'ra']);
  }
  function radvd(lines: string): Promise<Running> {
    const file = join(scene.stack.work, 'radvd.conf');
    writeFileSync(file, lines);
    return Promise.resolve(
      attacker.start(['radvd', '-n', '-C', file, '-p', join(scene.stack.work, 'radvd.pid'), '-m', 'stderr', '-d', '1']),
    );
  }
  const rogue = `interface eth0 { AdvSendAdvert on; MinRtrAdvInterval 3; MaxRtrAdvInterval 4; AdvDefaultLifetime 60; prefix ${prefix} { AdvOnLink on; AdvAutonomous on; }; };\n`;

  /** Nothing of IPv6 on the IPv4 NIC, and on the other what the manifest says. */
  async function untouched(): Promise<void> {
    expect(await seen(inVm, 'addr', 'show', 'dev', 'eth0')).toBe('');
    expect(await seen(inVm, 'route', 'show', 'dev', 'eth0')).toBe('');
    const assigned = await seen(inVm, '-o', 'addr', 'show', 'dev', 'eth1', 'scope', 'global');
    expect(assigned.split('\n')).toHaveLength(1);
    expect(assigned).toContain('2601:646:100:69f1::161/64');
    expect(await seen(inVm, 'route', 'show', 'default')).toMatch(/^default via 2601:646:100:69f1:20d:b9ff:fe48:9249 dev eth1[^\n]*$/);
  }

  it("radvd gives the post's address to the stock settings, with a default route, and nothing to our IPv4 NIC", async () => {
    const router = await radvd(rogue);
    expect(await captured()).toContain(acquired);
    expect(await seen(stock, 'route', 'show', 'proto', 'ra')).toContain('default via fe80::ff:fe00:6666');
    await router.stop();
    await free();
    await untouched();
  });

  it.each([
    ['plain', []],
    ['behind a hop-by-hop header', ['-E', 'H']],
    ['behind an atomic fragment header, which RA guard overlooks', ['-E', '1']],
    ['behind both', ['-E', 'H1']],
  ])('an advertisement %s captures the stock settings, not us', async (_how, evasion) => {
    expectDone(await attacker.run(['atk6-fake_router26', ...evasion, '-A', prefix, '-n', '1', 'eth0']));
    expect(await captured()).toContain(acquired);
    await free();
    await untouched();
  });

  it('an advertisement in real fragments captures who lets them pass, not us', async () => {
    // RFC 6980, which Linux keeps unless told otherwise
    expectDone(await stock.run(['sysctl', '-qw', 'net.ipv6.conf.eth0.suppress_frag_ndisc=0']));
    const words = [
      '-i',
      'eth0',
      '-s',
      'fe80::bad',
      '-d',
      'ff02::1',
      '-S',
      '02:00:00:00:66:66',
      '-t',
      '1800',
      '-P',
      `${prefix}#LA#3600#3600`,
    ];
    await attacker.run(['ra6', ...words, '-y', '16']);
    expect(await captured()).toContain(acquired);
    await free();
    await untouched();
  });

  it('nor are we captured where IPv6 is: on the NIC of an IPv6 network', async () => {
    const near = await takeSeat(scene.stack, { network: 'IPv6', mac: '02:00:00:00:66:67' });
    const other = await takeSeat(scene.stack, { network: 'IPv6', mac, addresses: ['2601:646:100:69f1::20/64'], stock: true });
    for (const evasion of [[], ['-E', 'H'], ['-E', '1']])
      expectDone(await near.run(['atk6-fake_router26', ...evasion, '-A', prefix, '-n', '1', 'eth0']));
    expect(
      await eventually(
        () => seen(other, 'addr', 'show', 'dev', 'eth0'),
        (text) => text.includes(acquired),
      ),
    ).toContain(acquired);
    await near.leave();
    await other.leave();
    await untouched();
  });

  it('what an image has acquired shows as drift, and goes when the agent starts', async () => {
    for (const key of ['disable_ipv6=0', 'accept_ra_pinfo=1', 'accept_ra=1', 'autoconf=1'])
      expectDone(await scene.ran(vm, 'sysctl', '-qw', `net.ipv6.conf.eth0.${key}`));
    const slaac = await eventually(
      async () => {
        expectDone(await attacker.run(['atk6-fake_router26', '-A', prefix, '-n', '1', 'eth0']));
        return seen(inVm, '-o', 'addr', 'show', 'dev', 'eth0', 'scope', 'global');
      },
      (text) => text.includes('2601:646:100:69f0:'),
    );
    const address = /2601:646:100:69f0:[0-9a-f:]+/.exec(slaac)?.[0] ?? 'none';
    const row = await eventually(
      async () => JSON.stringify(await scene.instances('default-per-family')),
      (text) => text.includes(address),
    );
    expect(row).toContain(address);
    expect((await scene.stack.bosh(['-e', 'ipv4', '-d', 'default-per-family', '--tty', 'instances', '--details'])).stdout).toMatch(
      /Foreign Addresses/,
    );
    await free();
    await scene.restartAgent(vm);
    await eventually(
      () => seen(inVm, 'addr', 'show', 'dev', 'eth0'),
      (text) => text === '',
    );
    await untouched();
    expect(JSON.stringify(await scene.instances('default-per-family'))).not.toContain(address);
  });

  it('are taken where a subnet opts in: the route comes with the router and goes with it, and no address', async () => {
    expectDone(await scene.deploy('router-advertisements'));
    const opted = await scene.vm('router-advertisements');
    // asked of the kernel: a list shows a dead router's route until it is swept up
    const way = (): Promise<string> => scene.at(opted, 'ip', '-6', 'route', 'get', '2001:4860:4860::8888');
    expect(await way()).toContain('unreachable');
    const router = await takeSeat(scene.stack, { network: 'Advertised', mac: '02:00:00:00:00:01', addresses: ['fe80::1/64'] });
    expectDone(await router.run(['sysctl', '-qw', 'net.ipv6.conf.all.forwarding=1']));
    const file = join(scene.stack.work, 'radvd.conf');
    writeFileSync(file, rogue.replace(prefix, '2601:646:100:69f6::/64').replace('AdvDefaultLifetime 60', 'AdvDefaultLifetime 6'));
    const advertising = router.start(['radvd', '-n', '-C', file, '-p', join(scene.stack.work, 'radvd.pid'), '-m', 'stderr', '-d', '1']);
    expect(await eventually(way, (text) => text.includes(' via '))).toMatch(/via fe80::[0-9a-f:]+ dev eth1 proto ra/);
    const assigned = await scene.at(opted, 'ip', '-6', '-o', 'addr', 'show', 'dev', 'eth1', 'scope', 'global');
    expect(assigned.split('\n')).toHaveLength(1);
    expect(assigned).toContain('2601:646:100:69f6::161');
    // dies without saying good-bye: its cable is pulled
    await scene.at('router', 'ip', 'link', 'set', router.port, 'down');
    expect(await eventually(way, (text) => text.includes('unreachable'))).toContain('unreachable');
    await advertising.stop();
    await router.leave();
  });
});
