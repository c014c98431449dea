import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestTask } from '../scenarios/tiny.js';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { openScene, type Scene } from './scene.js';
import { takeSeat } from './seat.js';

const squatter = '02:00:00:00:77:77';

/** Item 8 of the issue: an address that somebody else answers for, and one that moves. */
describe('duplicate and moved addresses', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
    expectDone(await scene.deploy('dual-stack'));
  });
  afterAll(() => scene?.close());

  it.each([
    ['IPv6', '2601:646:100:69f0::162', '64'],
    ['IPv4', '10.0.9.162', '24'],
  ])('a taken %s address fails the deploy, naming address, network and the other MAC', async (_family, address, length) => {
    const seat = await takeSeat(scene.stack, { network: 'VM Network', mac: squatter, addresses: [`${address}/${length}`] });
    const ran = await scene.deploy('nic-group');
    const said = `${ran.stdout}\n${ran.stderr}`;
    expect(ran.code, said).toBe(6);
    expect(said).toContain(address);
    expect(said).toContain(squatter);
    expect(said).toMatch(new RegExp(`network '${address.includes(':') ? 'public' : 'default'}'`));
    expect(said).toMatch(/reserve it in the cloud config/);
    // BOSH's number for an agent that does not come
    expect(await newestTask(scene.stack)).toMatchObject({ state: 'error', error: { code: 450002 } });
    await seat.leave();
    // and goes through once the other has left
    expectDone(await scene.deploy('nic-group'));
    expectDone(await scene.stack.bosh(['-e', 'ipv4', '-d', 'nic-group', '-n', 'delete-deployment']));
  });

  it('neighbours learn of a moved address at once, without asking', async () => {
    const addresses = ['10.0.9.161', '2601:646:100:69f0::161'];
    const neighbour = await takeSeat(scene.stack, {
      network: 'VM Network',
      mac: '02:00:00:00:88:88',
      addresses: ['10.0.9.200/24', '2601:646:100:69f0::200/64'],
    });
    const known = async (): Promise<string[]> =>
      Promise.all(
        addresses.map(async (address) => /lladdr (\S+)/.exec((await neighbour.run(['ip', 'neigh', 'show', address])).stdout)?.[1] ?? ''),
      );
    const macOf = async (): Promise<string> => (await scene.at(await scene.vm('dual-stack'), 'cat', '/sys/class/net/eth0/address')).trim();
    for (const url of ['http://10.0.9.161/', 'http://[2601:646:100:69f0::161]/']) expectDone(await neighbour.run(['curl', '-gsSf', url]));
    const old = await macOf();
    expect(await known()).toEqual([old, old]);
    expectDone(await scene.deploy('dual-stack', (text) => text.replace('vm_type: small', 'vm_type: small\n  env: {bosh: {again: true}}')));
    const moved = await macOf();
    expect(moved).not.toBe(old);
    expect(await eventually(known, (macs) => macs.every((mac) => mac === moved), { seconds: 2 })).toEqual([moved, moved]);
    await neighbour.leave();
  });
});
