import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { openScene, type Scene } from './scene.js';

/** Seconds of a session; the post's ended within 60 by a router that saw one half of it. */
const lines = 150;

const urlsOf = (count: number): string[] => [`http://10.0.13.161/stream/${count}`, `http://[2601:646:100:69f7::161]/stream/${count}`];

/** Gotcha 12: an answer leaves by the NIC that was asked, for as long as the session lasts. */
describe('a VM with two homes', () => {
  let scene: Scene;
  let vm: string;
  beforeAll(async () => {
    scene = await openScene();
    expectDone(await scene.deploy('two-homes'));
    vm = await scene.vm('two-homes');
  });
  afterAll(() => scene?.close());

  /** How many packets of a session to each far address came in and went out by each NIC. */
  async function session(count: number): Promise<Record<string, { in: number; out: number }>> {
    const captures = await Promise.all(
      ['eth0', 'eth1'].map(async (nic) => {
        const capture = await scene.start(vm, 'tcpdump', '-nlq', '--immediate-mode', '-Z', 'root', '-i', nic, 'tcp port 80');
        await capture.says(/listening on/);
        return { nic, capture };
      }),
    );
    const pages = await Promise.all(urlsOf(count).map((url) => scene.ran('workstation', 'curl', '-gsSfN', url)));
    for (const page of pages) expect(expectDone(page).stdout).toContain(`line ${count} of ${count}`);
    const seen: Record<string, { in: number; out: number }> = {};
    for (const { nic, capture } of captures) {
      const packets = (await capture.stop()).split('\n').filter((line) => line.includes(' > '));
      const out = packets.filter((line) => /(10\.0\.13\.161|69f7::161)\.80 >/.test(line)).length;
      seen[nic] = { in: packets.length - out, out };
    }
    return seen;
  }

  /** A router of the far network that takes its addresses from its own side only (BCP 38): what comes in elsewhere it has not seen begin. */
  async function filterBySource(): Promise<void> {
    for (const [family, host, net] of [
      ['ip', '10.0.13.161', '10.0.13.0/24'],
      ['ip6', '2601:646:100:69f7::161', '2601:646:100:69f7::/64'],
    ] as const) {
      const nic = / dev (\S+)/.exec(await scene.at('router', 'ip', 'route', 'get', host))?.[1] ?? '';
      const table = `${family} homes`;
      for (const command of [
        `add table ${table}`,
        `add chain ${table} ingress { type filter hook prerouting priority -300; }`,
        `add rule ${table} ingress iifname != "${nic}" ${family} saddr ${net} drop`,
      ])
        expectDone(await scene.ran('router', 'nft', command));
    }
  }

  it('answers on the far NIC only, over a long session of either family', async () => {
    const { eth0, eth1 } = await session(lines);
    expect(eth0).toEqual({ in: 0, out: 0 });
    expect(eth1?.in).toBeGreaterThan(lines);
    expect(eth1?.out).toBeGreaterThan(2 * lines);
  });

  it('answers by the default route under stock settings, where there are no source rules', async () => {
    for (const family of ['-4', '-6']) {
      await scene.at(vm, 'ip', family, 'rule', 'flush');
      await scene.at(vm, 'ip', family, 'rule', 'add', 'lookup', 'main', 'priority', '32766');
    }
    const { eth0, eth1 } = await session(5);
    expect(eth0?.out).toBeGreaterThan(5);
    expect(eth1).toMatchObject({ out: 0 });
  });

  it('loses its sessions under stock settings at a router that filters by source, and keeps them with ours', async () => {
    await filterBySource();
    for (const url of urlsOf(2)) {
      const { code, stdout } = await scene.ran('workstation', 'curl', '-gsSfN', '--max-time', '5', url);
      expect(code).not.toBe(0);
      expect(stdout).toBe('');
    }
    await scene.restartAgent(vm);
    await eventually(
      () => scene.at(vm, 'ip', '-6', 'rule'),
      (rules) => rules.includes('from 2601:646:100:69f7::161'),
    );
    const { eth0 } = await session(5);
    expect(eth0).toEqual({ in: 0, out: 0 });
  });
});
