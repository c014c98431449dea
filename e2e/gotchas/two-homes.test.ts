import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { openScene, type Scene } from './scene.js';

/** Seconds of a session; the post's ended within 60 by a router that saw one half of it. */
const lines = 150;

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
    const urls = [`http://10.0.13.161/stream/${count}`, `http://[2601:646:100:69f7::161]/stream/${count}`];
    const pages = await Promise.all(urls.map((url) => scene.ran('workstation', 'curl', '-gsSfN', url)));
    for (const page of pages) expect(expectDone(page).stdout).toContain(`line ${count} of ${count}`);
    const seen: Record<string, { in: number; out: number }> = {};
    for (const { nic, capture } of captures) {
      const packets = (await capture.stop()).split('\n').filter((line) => line.includes(' > '));
      const out = packets.filter((line) => /(10\.0\.13\.161|69f7::161)\.80 >/.test(line)).length;
      seen[nic] = { in: packets.length - out, out };
    }
    return seen;
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
});
