import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, type Scene } from '../gotchas/scene.js';
import { expectDone } from '../stack/done.js';
import { root } from '../stack/paths.js';

/** z1 is made by a CPI in the Director's process, z2 by an executable. */
const twoCpis = (cloud: string): string =>
  cloud.replace('- name: z1', '- name: z1\n  cpi: here\n- name: z2\n  cpi: child').replaceAll('azs: [z1]', 'azs: [z1, z2]');
const twoZones = (manifest: string): string =>
  manifest
    .replace('instances: 1', 'instances: 2\n  persistent_disk: 16')
    .replace('azs: [z1]', 'azs: [z1, z2]')
    .replace(/\n {4}static_ips: .*/, '');

describe('one deployment over two CPIs, one of them an executable', () => {
  let scene: Scene;
  let wrapper: string;
  const newestTask = async (kind: string): Promise<string> => {
    const { stdout } = await scene.stack.bosh(['-e', 'ipv4', '--json', 'tasks', '--recent=1']);
    const id = /"id": "(\d+)"/.exec(stdout)?.[1] ?? '';
    return expectDone(await scene.stack.bosh(['-e', 'ipv4', 'task', id, kind])).stdout;
  };
  const upload = () => scene.stack.bosh(['-e', 'ipv4', 'us', scene.fixtures.stemcell.url, '--sha1', scene.fixtures.stemcell.sha1]);
  const setCpis = (exec: string) => {
    const { socket } = scene.stack.lab;
    const entry = (name: string, more = ''): string => `- name: ${name}\n  type: local\n${more}  properties: {socket: ${socket}}\n`;
    writeFileSync(join(scene.stack.work, 'cpis.yml'), `cpis:\n${entry('here')}${entry('child', `  exec_path: ${exec}\n`)}`);
    return scene.stack.bosh(['-e', 'ipv4', '-n', 'update-config', '--type', 'cpi', 'cpis.yml']);
  };

  beforeAll(async () => {
    scene = await openScene();
    wrapper = join(scene.stack.work, 'cpi');
    const command = [process.execPath, join(root, 'apps/cpi/dist/main.js')].map((word) => `'${word}'`).join(' ');
    writeFileSync(wrapper, `#!/bin/sh\nenv >'${wrapper}.env'\necho 'a child was started' >&2\nexec ${command}\n`, { mode: 0o755 });
  });
  afterAll(() => scene?.close());

  it('a path that is not absolute is refused with the line in the file', async () => {
    const refused = await setCpis('bin/cpi');
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/'exec_path' must be an absolute path[\s\S]*cpis\.yml:7:/);
  });

  it('the stemcell goes to each, though it is there already', async () => {
    expectDone(await setCpis(wrapper));
    const { stdout } = expectDone(await upload());
    expect(stdout).toContain('Save stemcell');
    expect(stdout).toMatch(/\(cpi: here\)[\s\S]*\(cpi: child\)/);
    expect((await upload()).stdout).toContain('already exists');
  });

  it('the VM of each AZ answers on both families', async () => {
    expectDone(await scene.deploy('dual-stack', twoZones, twoCpis));
    const rows = await scene.instances('dual-stack');
    expect(rows.map(({ az }) => az).sort()).toEqual(['z1', 'z2']);
    const addresses = rows.flatMap(({ ips = '' }) => ips.split('\n'));
    expect(addresses.map((address) => address.includes(':')).sort()).toEqual([false, false, true, true]);
    for (const address of addresses) {
      const host = address.includes(':') ? `[${address}]` : address;
      expect(await scene.ran('workstation', 'curl', '-gsSf', '--max-time', '5', `http://${host}/`)).toMatchObject({ code: 0 });
    }
  });

  it('the task’s CPI log has the calls of each, and what the executable writes to its standard error', async () => {
    const log = await newestTask('--cpi');
    for (const name of ['here', 'child']) {
      expect(log.match(new RegExp(`CPI '${name}' createVm done`, 'g'))).toHaveLength(1);
      expect(log.match(new RegExp(`CPI '${name}' attachDisk done`, 'g'))).toHaveLength(1);
    }
    const [first = ''] = log.split('\n').filter((line) => line.endsWith("CPI 'child' createVm"));
    const id = /\[(cpi-[^\]]*)\]/.exec(first)?.[1];
    expect(log).toContain(`[${id}] a child was started`);
  });

  it('the executable has nothing of the Director’s environment but PATH, HOME and TMPDIR', () => {
    const variables = readFileSync(`${wrapper}.env`, 'utf8').trim().split('\n');
    // the shell adds three of its own
    const names = variables.map((line) => line.split('=')[0]).filter((name) => !['PWD', '_', 'SHLVL', 'OLDPWD'].includes(name ?? ''));
    expect(['HOME', 'PATH', 'TMPDIR']).toEqual(expect.arrayContaining(names));
    expect(variables).toContain('PATH=/usr/sbin:/usr/bin:/sbin:/bin');
  });

  it('an AZ without CPI is refused with the line of the cloud config', async () => {
    const { code, stdout, stderr } = await scene.deploy('dual-stack', twoZones, (cloud) => twoCpis(cloud).replace('\n  cpi: child', ''));
    expect(code).toBe(6);
    expect(stdout).toMatch(/AZ 'z2' names no 'cpi'/);
    expect(stderr).toMatch(/at cloud-config 'default':4:3 /);
  });

  it('both VMs go with the deployment, and no call was made of the Director’s own CPI', async () => {
    await scene.deploy('dual-stack', twoZones, twoCpis);
    expectDone(await scene.stack.bosh(['-e', 'ipv4', '-n', '-d', 'dual-stack', 'delete-deployment']));
    expect((await scene.stack.lab.status()).vms).toEqual([]);
    const log = await newestTask('--cpi');
    for (const name of ['here', 'child']) expect(log).toContain(`CPI '${name}' deleteVm done`);
    expect(log).not.toMatch(/\] CPI [a-z]/);
  });
});
