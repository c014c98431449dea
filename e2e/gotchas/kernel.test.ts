import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { openScene, type Scene } from './scene.js';

/** Gotcha 14: stemcells that come with IPv6 switched off. The back-ends that write files are in apps/agent/src/network/conformance.test.ts. */
describe('a kernel with IPv6 off on its interfaces', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
    expectDone(await scene.deploy('dual-stack'));
  });
  afterAll(() => scene?.close());

  it('is switched on by the agent, without a reboot', async () => {
    const vm = await scene.vm('dual-stack');
    const page = (): Promise<string> => scene.at('workstation', 'curl', '-gsSf', '--max-time', '2', 'http://[2601:646:100:69f0::161]/');
    const init = await scene.at(vm, 'stat', '-c', '%Y', '/proc/1');
    expect(await page()).toContain('greeter at');
    for (const set of ['all', 'default', 'eth0']) expectDone(await scene.ran(vm, 'sysctl', '-qw', `net.ipv6.conf.${set}.disable_ipv6=1`));
    expect(await page()).not.toContain('greeter at');
    await scene.restartAgent(vm);
    expect(await eventually(page, (text) => text.includes('greeter at'))).toContain('greeter at 2601:646:100:69f0::161');
    expect(await scene.at(vm, 'sysctl', '-n', 'net.ipv6.conf.eth0.disable_ipv6')).toBe('0');
    expect(await scene.at(vm, 'stat', '-c', '%Y', '/proc/1')).toBe(init);
  });
});
