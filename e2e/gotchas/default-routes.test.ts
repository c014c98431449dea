import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { openScene, type Scene } from './scene.js';

/** Gotchas 9, 10, 13 and 16: a default route per family, and a VM anywhere that has a route to the Director. */
describe('default routes', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene?.close());

  const routes = (vm: string, family: string): Promise<string> => scene.at(vm, 'ip', family, 'route', 'show', 'default');

  it("gives the post's VM one of each family, in another IPv4 subnet than the Director", async () => {
    expectDone(await scene.deploy('default-per-family'));
    const vm = await scene.vm('default-per-family');
    expect(await routes(vm, '-4')).toMatch(/^default via 10\.0\.10\.1 dev eth0/);
    expect(await routes(vm, '-6')).toMatch(/^default via 2601:646:100:69f1:20d:b9ff:fe48:9249 dev eth1/);
    expect(await scene.at('workstation', 'curl', '-sSf', 'http://10.0.10.161/')).toContain('10.0.8.2');
    expect(await scene.at('workstation', 'curl', '-gsSf', 'http://[2601:646:100:69f1::161]/')).toContain('fd00:8::2');
  });

  it('reaches out over both', async () => {
    const vm = await scene.vm('default-per-family');
    // 000 is curl's word for no answer
    for (const url of ['http://203.0.113.10/', 'http://[2001:4860:4860::8888]/'])
      expect(await scene.at(vm, 'curl', '-gs', '-o', '/dev/null', '-w', '%{http_code}', '--max-time', '10', url)).toMatch(/^[1-5]\d\d$/);
  });

  it("lets the post's manifest be: whoever names one default gets no other", async () => {
    const ran = await scene.deploy('default-per-family', (text) =>
      text
        .replace('static_ips: [10.0.10.161]\n    default: [dns, gateway]', 'static_ips: [10.0.10.161]')
        .replace('default: [gateway]', 'default: [dns, gateway]'),
    );
    expectDone(ran);
    const vm = await scene.vm('default-per-family');
    expect(await routes(vm, '-4')).toBe('');
    expect(await routes(vm, '-6')).toMatch(/^default via/);
  });

  it('refuses two defaults of one family, naming it', async () => {
    const ran = await scene.deploy(
      'default-per-family',
      (text) => `${text.replace('  jobs:', '  - name: other\n    default: [gateway]\n  jobs:')}`,
      (text) =>
        text.replace(
          '\ncompilation:',
          '\n- name: other\n  type: manual\n  subnets:\n  - {range: 10.0.14.0/24, gateway: 10.0.14.1, azs: [z1], cloud_properties: {name: Other}}\n\ncompilation:',
        ),
    );
    expect(ran.code).toBe(6);
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/IPv4/);
  });

  it('refuses a VM without a route to the Director before it is made, naming the missing route', async () => {
    const before = (await scene.stack.lab.status()).vms.length;
    const ran = await scene.deploy('link-local-gateway', undefined, (text) => text.replace('    gateway: fe80::1\n', ''));
    expect(ran.code).toBe(6);
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/route/);
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/2601:646:100:69f1::151/);
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/10\.0\.9\.151/);
    expect((await scene.stack.lab.status()).vms.length).toBe(before);
  });
});
