import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { firstTable } from '../stack/tables-of.js';
import { openScene, type Scene } from './scene.js';

/** Gotchas 2 and 8: reserved and static ranges of any size, and no address lost but the subnet-router anycast address. */
describe('ranges', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene?.close());

  const networks = async (): Promise<Record<string, string>[]> => {
    const { stdout } = expectDone(await scene.stack.bosh(['-e', 'ipv4', '--json', 'networks']));
    return firstTable(stdout);
  };

  it('reserves half of a /64 and takes the first address behind it', async () => {
    expectDone(await scene.deploy('huge-ranges'));
    expect(await scene.at('workstation', 'curl', '-gsSf', 'http://[2601:646:100:69f1:8000::]/')).toContain('greeter at');
  });

  it('tells what is left, exactly', async () => {
    const [row] = await networks();
    expect(row).toMatchObject({
      range: '2601:646:100:69f1::/64',
      static: (2n ** 62n).toString(),
      used: '1',
      next_free: '2601:646:100:69f1:8000::1',
    });
  });

  it('takes a static address out of a /66 of them', async () => {
    const moved = await scene.deploy('huge-ranges', (text) =>
      text.replace('- name: default', '- name: default\n    static_ips: ["2601:646:100:69f1:cafe::5"]'),
    );
    expectDone(moved);
    expect(await scene.at('workstation', 'curl', '-gsSf', 'http://[2601:646:100:69f1:cafe::5]/')).toContain('greeter at');
    const drawn = expectDone(await scene.stack.bosh(['-e', 'ipv4', '--tty', 'networks']));
    expect(drawn.stdout).toContain('2601:646:100:69f1::/64');
  });

  it('keeps no broadcast address in IPv6: the last one is given', async () => {
    const last = await scene.deploy('huge-ranges', (text) =>
      text.replace('- name: default', '- name: default\n    static_ips: ["2601:646:100:69f1:ffff:ffff:ffff:ffff"]'),
    );
    expectDone(last);
    expect(await scene.at('workstation', 'curl', '-gsSf', 'http://[2601:646:100:69f1:ffff:ffff:ffff:ffff]/')).toContain('greeter at');
  });
});
