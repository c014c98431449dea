import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fixtures } from '../fixtures/build.js';
import { expectDone } from '../stack/done.js';
import { freshStack, prepare } from '../stack/home.js';
import { root } from '../stack/paths.js';
import { run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import { fetchPage } from '../walkthrough/pages.js';
import { deployment } from './deployment.js';

const ipv6Page = 'http://[2601:646:100:69f1::165]/';
const ipv4Page = 'http://10.0.9.165/';

describe('the post, deployed', () => {
  let stack: Stack;
  let fixtures: Fixtures;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ stack, fixtures, remove } = await freshStack());
    await prepare(stack, fixtures);
    expectDone(await stack.bosh(['-e', 'ipv4', 'ur', fixtures.release.url, '--sha1', fixtures.release.sha1]));
    expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'nginx', '-n', 'deploy', 'nginx-ipv46.yml']));
  });
  afterAll(() => remove?.());

  it('shows both addresses, one a line', async () => {
    const [instance] = await deployment(stack, 'nginx').instances();
    expect(instance).toMatchObject({ process_state: 'running', az: 'z1', ips: '10.0.9.165\n2601:646:100:69f1::165' });
  });

  it('serves the page over IPv6 from the workstation, by address and by name', async () => {
    const workstation = await stack.lab.enterArgv('workstation');
    for (const url of [ipv6Page, 'http://nginx-ipv6.nono.io/']) {
      const page = await fetchPage(workstation, url);
      expect(page).toMatchObject({ status: 200 });
      expect(page.body).toContain('fd00:8::2');
    }
  });

  it('serves it over IPv4 on its own network only', async () => {
    expect((await fetchPage(await stack.lab.enterArgv('director'), ipv4Page)).body).toContain('::ffff:10.0.9.151');
  });

  it("gives the VM the post's routes: a default on IPv6, none on IPv4", async () => {
    const inside = await stack.lab.enterArgv((await stack.lab.status()).vms[0]?.cid ?? '');
    const routes = async (family: string): Promise<string> =>
      (await run([...inside, 'ip', family, 'route', 'show', 'default'])).stdout.trim();
    expect(await routes('-4')).toBe('');
    expect(await routes('-6')).toContain('via 2601:646:100:69f1:20d:b9ff:fe48:9249');
  });

  it.runIf(existsSync('/usr/bin/chromium'))('shows the page to Chromium', async () => {
    const artifacts = join(root, 'e2e', 'artifacts');
    mkdirSync(artifacts, { recursive: true });
    const picture = join(artifacts, 'page-ipv6.png');
    const browser = [
      'chromium',
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ];
    const profile = join(stack.work, 'chromium');
    const quiet = ['--disable-component-update', '--disable-sync', `--user-data-dir=${profile}`, '--window-size=900,400'];
    const shot = await run([...(await stack.lab.enterArgv('workstation')), ...browser, ...quiet, `--screenshot=${picture}`, ipv6Page]);
    expect(shot.code).toBe(0);
    expect(readFileSync(picture).length).toBeGreaterThan(2000);
    const dom = await run([
      ...(await stack.lab.enterArgv('workstation')),
      ...browser,
      ...quiet,
      '--dump-dom',
      'http://nginx-ipv6.nono.io/',
    ]);
    expect(dom.stdout).toContain('fd00:8::2');
  });

  it('is a no-op the second time, and says so', async () => {
    const before = (await stack.lab.status()).vms.map(({ cid }) => cid);
    const again = await stack.bosh(['-e', 'ipv4', '-d', 'nginx', '-n', 'deploy', 'nginx-ipv46.yml']);
    expectDone(again);
    expect(again.stdout).not.toContain('Updating instance');
    expect((await stack.lab.status()).vms.map(({ cid }) => cid)).toEqual(before);
  });

  it('updates a changed property in place', async () => {
    const before = (await stack.lab.status()).vms.map(({ cid }) => cid);
    const changed = await deployment(stack, 'nginx').deploy((text) => text.replace('Deployed by BOSH', 'Changed in place'));
    expectDone(changed);
    expect((await stack.lab.status()).vms.map(({ cid }) => cid)).toEqual(before);
    expect((await fetchPage(await stack.lab.enterArgv('workstation'), ipv6Page)).body).toContain('Changed in place');
  });

  it('recreates the VM for a changed address and keeps its disk', async () => {
    const [vm] = (await stack.lab.status()).vms;
    const moved = await deployment(stack, 'nginx').deploy((text) => text.replace('[10.0.9.165]', '[10.0.9.164]'));
    expectDone(moved);
    const after = await stack.lab.status();
    expect(after.vms).toHaveLength(1);
    expect(after.vms[0]?.cid).not.toBe(vm?.cid);
    expect(after.vms[0]?.disks).toEqual(vm?.disks);
    expect((await fetchPage(await stack.lab.enterArgv('director'), 'http://10.0.9.164/')).status).toBe(200);
  });

  it('leaves nothing but an orphaned disk when it is deleted', async () => {
    expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'nginx', '-n', 'delete-deployment']));
    const left = await stack.lab.status();
    expect(left.vms).toEqual([]);
    expect(left.disks).toHaveLength(1);
    const disk = left.disks[0]?.cid ?? '';
    expect((await stack.bosh(['-e', 'ipv4', 'disks', '--orphaned'])).stdout).toContain(disk);
    expectDone(await stack.bosh(['-e', 'ipv4', '-n', 'delete-disk', disk]));
    expect((await stack.lab.status()).disks).toEqual([]);
  });
});
