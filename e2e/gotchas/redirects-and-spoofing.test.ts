import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { openScene, type Scene } from './scene.js';
import { type Seat, takeSeat } from './seat.js';

const far = '2001:4860:4860::8888';
const ours = '2601:646:100:69f2::1';
const theirs = '2601:646:100:69f2::20';
const evil = '02:00:00:00:66:66';

/** Gotcha 11 and neighbour spoofing: somebody on the link says that he is the way. */
describe('redirects and spoofed neighbours', () => {
  let scene: Scene;
  let vm: string;
  let attacker: Seat;
  let stock: Seat;
  let inVm: Pick<Seat, 'run'>;
  let gatewayMac: string;
  beforeAll(async () => {
    scene = await openScene();
    expectDone(await scene.deploy('link-local-gateway'));
    vm = await scene.vm('link-local-gateway');
    inVm = { run: (argv) => scene.ran(vm, ...argv) };
    attacker = await takeSeat(scene.stack, { network: 'Link local', mac: evil, addresses: ['2601:646:100:69f2::66/64'] });
    stock = await takeSeat(scene.stack, { network: 'Link local', mac: '00:50:56:8c:86:a9', addresses: [`${theirs}/64`], stock: true });
    expectDone(await stock.run(['ip', '-6', 'route', 'add', 'default', 'via', 'fe80::1', 'dev', 'eth0']));
    const bridge = (await scene.stack.lab.status()).networks.find(({ name }) => name === 'Link local')?.bridge ?? '';
    gatewayMac = /link\/ether (\S+)/.exec(await scene.at('router', 'ip', '-o', 'link', 'show', bridge))?.[1] ?? '';
  });
  afterAll(async () => {
    await attacker?.leave();
    await stock?.leave();
    await scene?.close();
  });

  /** A page from far away: status, or 000 where none came. */
  const reaches = async (who: Pick<Seat, 'run'>): Promise<string> =>
    (await who.run(['curl', '-gsS', '-o', '/dev/null', '-w', '%{http_code}', '--max-time', '3', `http://[${far}]/`])).stdout;
  /** Asked for the address that packets have: a redirect is remembered by the table of its route. */
  const nextHop = async (who: Pick<Seat, 'run'>): Promise<string> =>
    /via (\S+)/.exec((await who.run(['ip', '-6', 'route', 'get', far, 'from', who === stock ? theirs : ours])).stdout)?.[1] ?? '';
  const gatewayOf = async (who: Pick<Seat, 'run'>): Promise<string> =>
    /lladdr (\S+)/.exec((await who.run(['ip', '-6', 'neigh', 'show', 'fe80::1', 'dev', 'eth0'])).stdout)?.[1] ?? '';
  /** Both know the way, and have used it. */
  async function calm(): Promise<void> {
    await stock.run(['ip', '-6', 'neigh', 'flush', 'dev', 'eth0']);
    await stock.run(['ip', '-6', 'route', 'flush', 'cache']);
    for (const who of [stock, inVm]) {
      expect(
        await eventually(
          () => reaches(who),
          (code) => code !== '000',
        ),
      ).not.toBe('000');
      expect(await nextHop(who)).toBe('fe80::1');
      expect(await gatewayOf(who)).toBe(gatewayMac);
    }
  }
  const rd6 = (victim: string): string[] => [
    'rd6',
    '-i',
    'eth0',
    '-n',
    '-s',
    'fe80::1',
    '-S',
    gatewayMac,
    '-d',
    victim,
    '-r',
    far,
    '-t',
    'fe80::ff:fe00:6666',
    '-E',
    evil,
  ];

  it('a redirect captures the stock settings, not us', async () => {
    await calm();
    for (const victim of [theirs, ours]) expectDone(await attacker.run(rd6(victim)));
    expect(
      await eventually(
        () => nextHop(stock),
        (hop) => hop !== 'fe80::1',
      ),
    ).toBe('fe80::ff:fe00:6666');
    expect(await nextHop(inVm)).toBe('fe80::1');
    expect(await reaches(inVm)).not.toBe('000');
  });

  it('nor does one that carries a packet, as atk6-redir6 makes it', async () => {
    await calm();
    for (const victim of [theirs, ours]) await attacker.run(['atk6-redir6', 'eth0', victim, far, 'fe80::1', 'fe80::ff:fe00:6666', evil]);
    expect(
      await eventually(
        () => nextHop(stock),
        (hop) => hop !== 'fe80::1',
      ),
    ).toBe('fe80::ff:fe00:6666');
    expect(await nextHop(inVm)).toBe('fe80::1');
  });

  it('nor one in fragments, where fragments pass', async () => {
    expectDone(await stock.run(['sysctl', '-qw', 'net.ipv6.conf.eth0.suppress_frag_ndisc=0']));
    await calm();
    for (const victim of [theirs, ours]) expectDone(await attacker.run([...rd6(victim), '-y', '16']));
    expect(
      await eventually(
        () => nextHop(stock),
        (hop) => hop !== 'fe80::1',
      ),
    ).toBe('fe80::ff:fe00:6666');
    expect(await nextHop(inVm)).toBe('fe80::1');
  });

  it.each([
    ['an unsolicited advertisement', 'na6', ['-t', 'fe80::1', '-o', '-r']],
    ['one that claims to be an answer', 'na6', ['-t', 'fe80::1', '-o', '-r', '-c']],
    ['a solicitation', 'ns6', []],
  ])('%s in the gateway’s name captures the stock settings, not us', async (_what, tool, words) => {
    await calm();
    for (const victim of [theirs, ours]) {
      const target = tool === 'ns6' ? ['-t', victim] : [];
      expectDone(await attacker.run([tool, '-i', 'eth0', '-s', 'fe80::1', '-d', victim, ...target, '-E', evil, ...words]));
    }
    expect(
      await eventually(
        () => gatewayOf(stock),
        (mac) => mac === evil,
      ),
    ).toBe(evil);
    expect(await reaches(stock)).toBe('000');
    expect(await gatewayOf(inVm)).toBe(gatewayMac);
    expect(await reaches(inVm)).not.toBe('000');
  });

  it('nor does somebody who answers every solicitation', async () => {
    await calm();
    const parasite = attacker.start(['atk6-parasite6', '-l', 'eth0']);
    await parasite.says(/Started/);
    // It says so before it listens, and who knows the gateway does not ask again.
    const asks = async (): Promise<string> => {
      await stock.run(['ip', '-6', 'neigh', 'flush', 'dev', 'eth0']);
      return `${await reaches(stock)} ${await gatewayOf(stock)}`;
    };
    expect(await eventually(asks, (text) => text.includes(evil))).toContain(evil);
    expect(await gatewayOf(inVm)).toBe(gatewayMac);
    expect(await reaches(inVm)).not.toBe('000');
    await parasite.stop();
  });
});
