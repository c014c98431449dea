import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { freshStack, prepare } from '../stack/home.js';
import { manifests } from '../stack/paths.js';
import { type Ran, run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import { firstTable } from '../stack/tables-of.js';

const taskSchema = z.object({ id: z.int() });

/** `sleeper` with a disk and an errand; `brief`, a group that is an errand. */
const manifest = (properties: string): string =>
  `${readFileSync(join(manifests, 'tiny.yml'), 'utf8')
    .replace('releases:', 'releases:\n- name: greeter\n  version: latest')
    .replace('instances: 1', 'instances: 1\n  persistent_disk: 16')
    .trimEnd()}
  - name: visit
    release: greeter
- name: brief
  lifecycle: errand
  instances: 1
  azs: [z1]
  vm_type: small
  stemcell: debian
  networks: [{name: default}]
  jobs: [{name: visit, release: greeter, properties: {${properties}}}]
`;

describe('states, errands and disks', () => {
  let stack: Stack;
  let remove: () => Promise<void>;
  const bosh = (...words: string[]): Promise<Ran> => stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', ...words]);
  const listed = async (...words: string[]): Promise<Record<string, string>[]> =>
    firstTable(expectDone(await bosh('--json', ...words)).stdout);
  const sleeper = async (): Promise<Record<string, string>> =>
    (await listed('instances', '--details')).find(({ instance }) => instance?.startsWith('sleeper/')) ?? {};
  const deploy = async (properties: string): Promise<void> => {
    writeFileSync(join(stack.work, 'states.yml'), manifest(properties));
    expectDone(await bosh('deploy', 'states.yml'));
  };
  const vms = async (): Promise<string[]> => (await stack.lab.status()).vms.map(({ cid }) => cid);
  const vm = async (): Promise<string> => (await vms())[0] ?? '';
  const inVm = async (cid: string, ...words: string[]): Promise<string> =>
    (await run([...(await stack.lab.enterArgv(cid)), ...words])).stdout.trim();
  const sleeping = async (): Promise<string> => inVm(await vm(), 'pgrep', '-fx', '/bin/sleep infinity');

  beforeAll(async () => {
    const fresh = await freshStack();
    ({ stack, remove } = fresh);
    await prepare(stack, fresh.fixtures);
    const { url, sha1 } = fresh.fixtures.greeter;
    expectDone(await bosh('upload-release', url, '--sha1', sha1));
    await deploy('status: 3');
    await inVm(await vm(), 'sh', '-c', 'echo mine >/var/vcap/store/mine');
  });
  afterAll(() => remove?.());

  it('a stopped instance stays stopped, also through a deploy, until it is started', async () => {
    expect(await sleeping()).not.toBe('');
    expectDone(await bosh('stop', 'sleeper/0'));
    expect(await sleeper()).toMatchObject({ process_state: 'stopped', state: 'stopped' });
    await deploy('status: 3');
    expect(await sleeping()).toBe('');
    expectDone(await bosh('start', 'sleeper'));
    expect(await sleeping()).not.toBe('');
    const before = await sleeping();
    expectDone(await bosh('restart', '--no-converge', 'sleeper/0'));
    expect(await sleeping()).not.toBe(before);
  });

  it('recreate and stop --hard replace the VM, and its disk comes along', async () => {
    const [first] = await vms();
    expectDone(await bosh('recreate', '--no-converge', 'sleeper/0'));
    const [second, ...more] = await vms();
    expect(more).toEqual([]);
    expect(second).not.toBe(first);
    expectDone(await bosh('stop', '--hard', 'sleeper/0'));
    expect(await vms()).toEqual([]);
    expect(await sleeper()).toMatchObject({ state: 'detached' });
    expectDone(await bosh('start', '--no-converge', 'sleeper/0'));
    expect(await inVm(await vm(), 'cat', '/var/vcap/store/mine')).toBe('mine');
  });

  it('a recreated disk is another one with the same on it, which the plan said; a VM is made anew only when it is old enough', async () => {
    const [cid] = await vms();
    const { disk_cids: old } = await sleeper();
    const flag = '--recreate-persistent-disks';
    const planned = expectDone(await bosh('plan', 'states.yml', flag)).stdout;
    expect(planned).toContain('a new persistent disk was asked for');
    expect(planned).toContain("a new disk with the old one's data; the old one is orphaned");
    expectDone(await bosh('deploy', flag, 'states.yml'));
    const { disk_cids: disk } = await sleeper();
    expect(disk).not.toBe(old);
    expect(await inVm(await vm(), 'cat', '/var/vcap/store/mine')).toBe('mine');
    expect((await listed('disks', '--orphaned')).map(({ disk_cid }) => disk_cid)).toEqual([old]);
    expectDone(await bosh('deploy', '--recreate-vms-created-before', '2026-01-02T03:04:05Z', 'states.yml'));
    expect(await vms()).toEqual([cid]);
    expectDone(await bosh('recreate', 'sleeper', '--vms-created-before', '2999-01-02T03:04:05'));
    expect(await vms()).not.toContain(cid);
    expect(await inVm(await vm(), 'cat', '/var/vcap/store/mine')).toBe('mine');
  });

  it('a job runs as an errand where it is; a group on a VM that is made for it, and goes', async () => {
    expect((await listed('errands')).map(({ name }) => name)).toEqual(['brief', 'visit']);
    const job = expectDone(await bosh('run-errand', 'visit', '--instance', 'sleeper/first'));
    expect(job.stdout).toContain('visited sleeper');
    const again = expectDone(await bosh('run-errand', 'visit', '--when-changed', '--instance', 'sleeper/first'));
    expect(again.stdout).not.toContain('visited');
    expect(again.stdout).toContain("Warning: errand 'visit' was skipped: it succeeded the last time, and nothing has changed since");
    const group = await bosh('run-errand', 'brief');
    expect(group.stdout).toContain('visited brief');
    expect(group.code).not.toBe(0);
    expect(await vms()).toHaveLength(1);
  });

  it('a cancel ends the script, and its VM goes', async () => {
    await deploy('waits: true');
    const own = await vm();
    const running = bosh('run-errand', 'brief');
    const waits = async (cid: string): Promise<boolean> => (await inVm(cid, 'pgrep', '-fx', 'sleep infinity')) !== '';
    const isRunning = async (): Promise<boolean> => {
      const [made] = (await vms()).filter((cid) => cid !== own);
      return made !== undefined && waits(made);
    };
    expect(await eventually(isRunning, (yes) => yes)).toBe(true);
    expectDone(await bosh('cancel-tasks', '--state=processing'));
    expect((await running).code).not.toBe(0);
    expect(await vms()).toEqual([own]);
  });

  it('logs that the agent packs are the files that the job wrote', async () => {
    const own = await vm();
    await inVm(own, 'sh', '-c', 'echo heard >/var/vcap/sys/log/sleeper/heard.log');
    const folder = join(stack.work, 'logs');
    mkdirSync(folder);
    expectDone(await bosh('logs', 'sleeper/0', '--only=sleeper/heard.log', '--dir=logs'));
    const [file = ''] = readdirSync(folder);
    expect(expectDone(await run(['tar', '-xzOf', join(folder, file), './sleeper/heard.log'])).stdout).toBe('heard\n');
  });

  it('snapshots are taken and deleted; a disk that was taken away is attached again', async () => {
    expectDone(await bosh('take-snapshot', 'sleeper/0'));
    const kept = join((await stack.lab.status()).stateDir, 'snapshots');
    const [taken] = await listed('snapshots');
    expect(readdirSync(kept)).toEqual([taken?.cid]);
    expectDone(await bosh('delete-snapshots'));
    expect(await listed('snapshots')).toEqual([]);
    expect(readdirSync(kept)).toEqual([]);
    const { disk_cids: disk = '', instance = '' } = await sleeper();
    expectDone(await bosh('stop', 'sleeper'));
    expectDone(await bosh('orphan-disk', disk));
    expect((await bosh('disks', '--orphaned')).stdout).toContain(disk);
    expectDone(await bosh('attach-disk', instance, disk));
    expectDone(await bosh('start', 'sleeper'));
    expect(await inVm(await vm(), 'cat', '/var/vcap/store/mine')).toBe('mine');
  });

  it('attach-disk in place of the disk that an instance has makes that one an orphan, and back', async () => {
    const { disk_cids: own = '', instance = '' } = await sleeper();
    const orphans = async (): Promise<(string | undefined)[]> => (await listed('disks', '--orphaned')).map(({ disk_cid }) => disk_cid);
    const [other = '', ...more] = await orphans();
    expect(more).toEqual([]);
    await inVm(await vm(), 'sh', '-c', 'echo newer >/var/vcap/store/newer');
    const files = async (): Promise<string> => inVm(await vm(), 'sh', '-c', 'cd /var/vcap/store && cat mine newer');
    const swap = async (cid: string, left: string): Promise<void> => {
      expectDone(await bosh('stop', 'sleeper'));
      expectDone(await bosh('attach-disk', instance, cid));
      expect([(await sleeper()).disk_cids, await orphans()]).toEqual([cid, [left]]);
      expectDone(await bosh('start', 'sleeper'));
    };
    expect((await bosh('attach-disk', instance, other)).code).not.toBe(0);
    expect(await orphans()).toEqual([other]);
    await swap(other, own);
    expect(await files()).toBe('mine');
    await swap(own, other);
    expect(await files()).toBe('mine\nnewer');
  });

  it('what one instance wrote on a dynamic disk another one reads, and keeps through a recreate', async () => {
    const group = /- name: sleeper\n[\s\S]*?(?=\n- name: brief)/.exec(manifest(''))?.[0] ?? '';
    const other = group.replace('sleeper', 'other').replace(/\n +static_ips: .*/, '');
    writeFileSync(join(stack.work, 'states.yml'), `${manifest('status: 3')}${other}\n`);
    expectDone(await bosh('deploy', 'states.yml'));
    const vmOf = async (name: string): Promise<{ cid: string; uuid: string }> => {
      const row = (await listed('instances', '--details')).find(({ instance = '' }) => instance.startsWith(`${name}/`)) ?? {};
      return { cid: row.vm_cid ?? '', uuid: row.instance?.split('/')[1] ?? '' };
    };
    const ask = async (path: string, body?: object): Promise<string> => {
      const more = body === undefined ? [] : ['-H', 'content-type: application/json', '--body', '-'];
      const words = ['-e', 'ipv4', 'curl', '-X', 'POST', `/dynamic_disks/${path}`, ...more];
      const task = taskSchema.parse(JSON.parse(expectDone(await stack.bosh(words, JSON.stringify(body))).stdout));
      return expectDone(await bosh('task', String(task.id), '--result')).stdout;
    };
    const [sleeper1, other1] = [await vmOf('sleeper'), await vmOf('other')];
    const disk = { disk_name: 'shared', disk_pool_name: 'default', disk_size: 16, metadata: { for: 'tests' } };
    const made = JSON.parse(await ask('provide', { instance_id: sleeper1.uuid, ...disk })) as { disk_cid: string };
    const link = `/var/vcap/data/dynamic_disks/${made.disk_cid}`;
    await inVm(sleeper1.cid, 'sh', '-c', `echo ours >${link}/file`);
    await ask('shared/detach');
    expect(await inVm(sleeper1.cid, 'ls', '/var/vcap/data/dynamic_disks')).toBe('');
    await ask('shared/attach', { instance_id: other1.uuid });
    expect(await inVm(other1.cid, 'cat', `${link}/file`)).toBe('ours');
    expectDone(await bosh('recreate', '--no-converge', 'other/0'));
    const other2 = await vmOf('other');
    expect(other2.cid).not.toBe(other1.cid);
    expect(await inVm(other2.cid, 'cat', `${link}/file`)).toBe('ours');
    expectDone(await stack.bosh(['-e', 'ipv4', 'director', 'fsck']));
    expectDone(await bosh('delete-deployment'));
    expect((await stack.lab.status()).disks.map(({ cid }) => cid)).not.toContain(made.disk_cid);
  });
});
