import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { openScene, type Scene } from './scene.js';

/** Gotchas 7 and 8: gateways as real networks have them, and subnets of two addresses. */
describe('gateways', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene?.close());

  const visit = (address: string): Promise<string> =>
    scene.at('workstation', 'curl', '-gsSf', '--max-time', '10', address.includes(':') ? `http://[${address}]/` : `http://${address}/`);
  const defaults = async (example: string): Promise<string> => {
    const vm = await scene.vm(example);
    return `${await scene.at(vm, 'ip', 'route', 'show', 'default')}\n${await scene.at(vm, 'ip', '-6', 'route', 'show', 'default')}`;
  };

  it('may be link-local: packets go and come by fe80::1', async () => {
    expectDone(await scene.deploy('link-local-gateway'));
    expect(await visit('2601:646:100:69f2::1')).toContain('greets fd00:8::2');
    expect(await defaults('link-local-gateway')).toMatch(/default via fe80::1 dev eth0/);
    // and out: the VM is who begins
    expect(
      await scene.at(
        await scene.vm('link-local-gateway'),
        'curl',
        '-gsS',
        '-o',
        '/dev/null',
        '-w',
        '%{remote_ip}',
        'http://[2001:4860:4860::8888]/',
      ),
    ).toBe('2001:4860:4860::8888');
  });

  it('may lie outside the range where on_link says so, in both families', async () => {
    expectDone(await scene.deploy('on-link-gateway'));
    expect(await visit('203.0.113.65')).toContain('10.0.8.2');
    expect(await visit('2601:646:100:69f3::1')).toContain('greets fd00:8::2');
    expect(await defaults('on-link-gateway')).toMatch(/via 10\.0\.11\.1 dev eth0.*onlink[\s\S]*via 2601:646:100:1::1 dev eth0.*onlink/);
  });

  it('is refused outside the range otherwise, saying how to allow it', async () => {
    const refused = await scene.deploy('on-link-gateway', undefined, (text) => text.replaceAll('    on_link: true\n', ''));
    expect(refused.code).toBe(6);
    expect(`${refused.stdout}${refused.stderr}`).toMatch(/10\.0\.11\.1[\s\S]*on_link/);
  });

  it('may be the subnet-router anycast address, and the next address is given', async () => {
    expectDone(await scene.deploy('anycast-gateway'));
    expect(await visit('2601:646:100:69f4::1')).toContain('greets fd00:8::2');
    expect(await defaults('anycast-gateway')).toMatch(/default via 2601:646:100:69f4:: dev eth0/);
  });

  it('leaves the other address of a /31 and of a /127', async () => {
    expectDone(await scene.deploy('point-to-point'));
    expect(await visit('10.0.12.1')).toContain('10.0.8.2');
    expect(await visit('2601:646:100:69f5::1')).toContain('greets fd00:8::2');
  });
});
