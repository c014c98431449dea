import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { openScene, type Scene } from './scene.js';

/** Gotcha 3: a job that listens on one family only is told apart by its socket, after the deploy. */
describe('jobs that listen on one family only', () => {
  let scene: Scene;
  let said: string;
  beforeAll(async () => {
    scene = await openScene();
    const ran = expectDone(await scene.deploy('one-family-listener'));
    said = `${ran.stdout}\n${ran.stderr}`;
  });
  afterAll(() => scene?.close());

  const visit = async (url: string): Promise<number | null> =>
    (await scene.ran('workstation', 'curl', '-gsSf', '-o', '/dev/null', url)).code;
  const warnings = (text: string): string[] => text.split('\n').filter((line) => /listens on IPv[46] only/.test(line));

  it('are as deaf as they say', async () => {
    expect(await visit('http://10.0.9.167/')).toBe(0);
    expect(await visit('http://[2601:646:100:69f0::167]/')).not.toBe(0);
    expect(await visit('http://10.0.9.168/')).not.toBe(0);
    expect(await visit('http://[2601:646:100:69f0::168]/')).toBe(0);
  });

  it('are reported with the line of advice', () => {
    const told = warnings(said);
    expect(told.find((line) => line.includes('ipv4-only'))).toMatch(/port 80 listens on IPv4 only.*\[::\]:80/);
    expect(told.find((line) => line.includes('ipv6-only'))).toMatch(/port 80 listens on IPv6 only.*IPV6_V6ONLY off/);
    expect(told).toHaveLength(2);
  });

  it('one socket for both families, loopback and sshd raise no alarm', async () => {
    const both = (text: string): string =>
      text.replace('{listen: 0.0.0.0}', '{listen: "::"}').replace('{listen: "::", v6only: true}', '{listen: 127.0.0.1}');
    const ran = expectDone(await scene.deploy('one-family-listener', both));
    expect(warnings(`${ran.stdout}\n${ran.stderr}`)).toEqual([]);
  });

  it("tells nginx's three ways apart, and gives nginx's own line", async () => {
    const { release } = scene.fixtures;
    expectDone(await scene.stack.bosh(['-e', 'ipv4', 'ur', release.url, '--sha1', release.sha1]));
    const nginx = (name: string, listen: string): string => `- name: ${name}
  instances: 1
  azs: [z1]
  vm_type: small
  stemcell: debian
  networks: [{name: default}]
  jobs:
  - name: nginx
    release: nginx
    properties:
      nginx_conf: |
        user nobody vcap;
        error_log /var/vcap/sys/log/nginx/error.log;
        events {}
        http { access_log off; server { listen ${listen}; root /var/vcap/packages/nginx; } }
`;
    const groups = [nginx('ipv4-only', '80'), nginx('ipv6-only', '[::]:80'), nginx('both', '[::]:80 ipv6only=off')].join('');
    const ran = expectDone(
      await scene.deploy('dual-stack', (text) =>
        text
          .replace('- name: greeter\n', '- {name: nginx, version: latest}\n- name: greeter\n')
          .replace(/(instance_groups:\n)[\s\S]*/, `$1${groups}`),
      ),
    );
    const told = warnings(`${ran.stdout}\n${ran.stderr}`);
    expect(told).toHaveLength(2);
    expect(told.find((line) => line.includes('ipv4-only'))).toMatch(/listens on IPv4 only.*listen \[::\]:80 ipv6only=off;/);
    expect(told.find((line) => line.includes('ipv6-only'))).toMatch(/listens on IPv6 only.*listen \[::\]:80 ipv6only=off;/);
    // nginx is compiled
  }, 600_000);
});
