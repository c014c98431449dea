import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, type Scene } from '../gotchas/scene.js';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { manifests } from '../stack/paths.js';
import type { Ran } from '../stack/run.js';
import { newestTask } from './tiny.js';
import { agentPid, signalAgent } from './witness/signal-agent.js';

const name = 'dual-stack';
const withDisk = (text: string): string =>
  `${text.replace('instances: 1', 'instances: 1\n  persistent_disk: 16')}features: {use_dns_addresses: true, use_short_dns_addresses: true}\n`;

const withShare = (text: string): string =>
  withDisk(text).replace(/release: greeter\n/, 'release: greeter\n    provides: {greeter: {shared: true}}\n');
/** Another deployment, that writes down where the greeters of this one are. */
const withBook = (text: string): string =>
  withShare(text)
    .replace('name: dual-stack', 'name: book')
    .replace(/static_ips: .*/, 'static_ips: [10.0.9.162, 2601:646:100:69f0::162]')
    .replace('- name: greeter\n    release', '- name: phonebook\n    release')
    .replace('provides: {greeter: {shared: true}}', 'consumes: {greeter: {from: greeter, deployment: dual-stack}}');

describe('healing', () => {
  let scene: Scene;
  const bosh = (args: readonly string[], input?: string): Promise<Ran> => scene.stack.bosh(['-e', 'ipv4', '-d', name, ...args], input);
  const now = async (): Promise<Record<string, string>> => (await scene.instances(name))[0] ?? {};
  const kill = async (cid: string): Promise<void> => {
    const vm = (await scene.stack.lab.status()).vms.find((each) => each.cid === cid);
    process.kill(vm?.pid ?? Number.NaN, 'SIGKILL');
  };
  const replaced = (cid: string): Promise<Record<string, string>> =>
    eventually(now, (row) => row.vm_cid !== cid && row.process_state === 'running', { seconds: 150 });
  /** What its templates have as `spec.address`, and the addresses that this means in the VM. */
  const named = async (cid: string): Promise<{ name: string; addresses: string[] }> => {
    const [, name = ''] = /^address (.*)$/m.exec(await scene.at(cid, 'cat', '/var/vcap/jobs/greeter/etc/addresses')) ?? [];
    const found = (await scene.at(cid, 'getent', 'ahosts', name)).split('\n').map((line) => line.split(/\s+/)[0] ?? '');
    return { name, addresses: [...new Set(found)].sort() };
  };
  const alerts = async (): Promise<string> => (await bosh(['events', '--object-type=alert'])).stdout;
  const fixes = async (): Promise<number> => (await bosh(['tasks', '--recent=1000', '--all'])).stdout.split('scan and fix').length - 1;
  beforeAll(async () => {
    scene = await openScene();
    expectDone(await scene.deploy(name, withShare));
    await scene.ran(await scene.vm(name), 'sh', '-c', 'echo kept >/var/vcap/store/mine');
  });
  afterAll(() => scene?.close());

  it.each([
    ['that is killed', kill],
    ['that is gone from the infrastructure', (cid: string) => scene.stack.lab.deleteVm(cid)],
    ['that runs on with an agent that says nothing', (cid: string) => signalAgent(scene.stack, cid, 'SIGSTOP')],
  ])('a VM %s is made anew by itself, with its address, its short name and its disk', async (_, lose) => {
    const { vm_cid: cid = '', agent_id: agent, ips = '', disk_cids: disk } = await now();
    const { name: short, addresses } = await named(cid);
    expect(short).toMatch(/^q-m\d+n\d+s0\.q-g\d+\.bosh$/);
    expect(addresses).toEqual(ips.split('\n').sort());
    const before = await fixes();
    await lose(cid);
    const after = await replaced(cid);
    expect(after).toMatchObject({ process_state: 'running', ips, disk_cids: disk });
    expect(after.vm_cid).not.toBe(cid);
    expect(await named(after.vm_cid ?? '')).toEqual({ name: short, addresses });
    expect(await scene.at(after.vm_cid ?? '', 'cat', '/var/vcap/store/mine')).toBe('kept');
    expect((await scene.stack.lab.status()).vms.map((vm) => vm.cid)).toEqual([after.vm_cid]);
    expect(await alerts()).toMatch(new RegExp(`health_monitor\\s.*${agent} has timed out`));
    expect(await fixes()).toBeGreaterThan(before);
  });

  it('an agent that is killed comes back on the same VM, and the jobs run on', async () => {
    const { vm_cid: cid = '' } = await now();
    const process = (): Promise<string> =>
      scene.at(cid, 'sh', '-c', 'cut -d" " -f1,22 /proc/$(cat /var/vcap/sys/run/greeter/greeter.pid)/stat');
    const [killed, job] = [await agentPid(scene.stack, cid), await process()];
    expect(job).toMatch(/^\d+ \d+$/);
    await signalAgent(scene.stack, cid, 'SIGKILL');
    const next = await eventually(
      () => agentPid(scene.stack, cid),
      (pid) => pid !== undefined && pid !== killed,
    );
    expect(next).toEqual(expect.any(Number));
    expect(next).not.toBe(killed);
    expect(await eventually(now, (row) => row.process_state === 'running')).toMatchObject({ vm_cid: cid, process_state: 'running' });
    expect(await process()).toBe(job);
  });

  it('where a resurrection config says so a VM that is killed is told of, and not made anew', async () => {
    writeFileSync(join(scene.stack.work, 'rules.yml'), `rules: [{enabled: false, include: {deployments: [${name}]}}]\n`);
    expectDone(await bosh(['-n', 'update-config', '--type=resurrection', '--name=keep', 'rules.yml']));
    const { vm_cid: cid = '', agent_id: agent, instance } = await now();
    const [before, stays] = [await fixes(), `Resurrection is off. Alert @ \\S+, severity 1: deployment ${name}: ${instance} stay down`];
    await kill(cid);
    const told = await eventually(alerts, (text) => new RegExp(stays).test(text), { seconds: 60 });
    expect(told).toMatch(new RegExp(stays));
    expect(told).toContain(`${agent} has timed out`);
    expect([await fixes(), (await now()).vm_cid]).toEqual([before, cid]);
    expectDone(await bosh(['-n', 'delete-config', '--type=resurrection', '--name=keep']));
    expectDone(await bosh(['-n', 'cck', '--resolution=recreate_vm']));
    expect(await now()).toMatchObject({ process_state: 'running', vm_cid: expect.not.stringMatching(cid) });
  });

  it('while resurrection is off nothing is made anew, and cloud-check reports and mends', async () => {
    expectDone(await scene.stack.bosh(['-e', 'ipv4', 'update-resurrection', 'off']));
    const { vm_cid: cid = '' } = await now();
    const before = await alerts();
    await scene.stack.lab.deleteVm(cid);
    expect(await eventually(alerts, (text) => text !== before, { seconds: 90 })).not.toBe(before);
    const report = await bosh(['cck', '--report']);
    expect(report).toMatchObject({ code: 8, stdout: expect.stringContaining('missing_vm') });
    expect((await now()).vm_cid).toBe(cid);
    expectDone(await bosh(['-n', 'cck', '--auto']));
    expect((await replaced(cid)).vm_cid).not.toBe(cid);
  });

  it('cloud-check asks what to do, and does it', async () => {
    const { vm_cid: cid = '' } = await now();
    await scene.stack.lab.deleteVm(cid);
    const asked = expectDone(await bosh(['cck'], '3\ny\n'));
    expect(asked.stdout).toContain('Make a new VM, and wait until its processes run');
    expect((await now()).vm_cid).not.toBe(cid);
    expect(await bosh(['cck', '--report'])).toMatchObject({ code: 0 });
  });

  it('a new VM has the link that its deployment was given last, though nobody shares it any more', async () => {
    const { ips = '' } = await now();
    writeFileSync(join(scene.stack.work, 'book.yml'), withBook(readFileSync(join(manifests, 'ipv6', `${name}.yml`), 'utf8')));
    const book = (...args: string[]): Promise<Ran> => scene.stack.bosh(['-e', 'ipv4', '-d', 'book', '-n', ...args]);
    const written = async (): Promise<string> => scene.at(await scene.vm('book'), 'cat', '/var/vcap/jobs/phonebook/etc/book');
    expectDone(await book('deploy', 'book.yml'));
    const before = await written();
    for (const ip of ips.split('\n')) expect(before).toContain(ip);
    expectDone(await scene.deploy(name, withDisk));
    expectDone(await book('recreate', '--no-converge', 'greeter/0'));
    expect(await written()).toBe(before);
    await book('deploy', 'book.yml');
    expect(await newestTask(scene.stack)).toMatchObject({ state: 'error', error: { code: 190016 } });
  });
});
