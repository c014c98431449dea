import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { inventory } from '../stack/inventory.js';
import type { Ran } from '../stack/run.js';
import { type Desk, headOf, openDesk } from './desk.js';
import { newestTask } from './tiny.js';
import { signalAgent } from './witness/signal-agent.js';

const group = (name: string, job: string, disk = 0): string => `- name: ${name}
  instances: 1
  azs: [z1]
  vm_type: small
  stemcell: debian
  persistent_disk: ${disk}
  networks: [{name: default}]
  jobs: [${job}]
`;
const manifest = ({ name = 'parts', kib = 0, disk = 16, also = '' } = {}): string =>
  `${headOf(name)}instance_groups:\n${group('witness', `{name: witness, release: parts, properties: {kib: ${kib}}}`, disk)}${also}`;
const patient = group('patient', '{name: patient, release: parts}');
/** Puts a file system of 4 MiB where a VM's own disk is, with what is there. */
const makeSmall = `mkdir /tmp/data && cp -a /var/vcap/data/. /tmp/data && mount -t tmpfs -o size=4m,mode=755 tmpfs /var/vcap/data &&
  cp -a /tmp/data/. /var/vcap/data && rm -r /tmp/data`;

describe('packages, the blobstore and room', () => {
  let desk: Desk;
  const vm = async (): Promise<string> => (await desk.instances('witness'))[0]?.vm_cid ?? '';
  const runsTool = async (): Promise<string> => desk.inVm(await vm(), '/var/vcap/packages/tool/bin/tool');
  const kept = async (): Promise<string> => desk.inVm(await vm(), 'cat', '/var/vcap/store/mine');
  /** Lets the package compile that waits, once `amid` is done; answers with what became of the deploy. */
  const compilePatient = async (deploy: Promise<Ran>, amid: (cid: string) => unknown = () => undefined): Promise<Ran> => {
    const waits = async (): Promise<string | undefined> => {
      for (const { cid } of (await desk.stack.lab.status()).vms)
        if ((await desk.inVm(cid, 'ls', '/var/vcap/data').catch(() => '')).includes('waits')) return cid;
      return undefined;
    };
    const cid = (await eventually(waits, (found) => found !== undefined)) ?? '';
    await amid(cid);
    // nothing lets it go once its VM is deleted
    await desk.inVm(cid, 'touch', '/var/vcap/data/go').catch(() => undefined);
    return deploy;
  };

  beforeAll(async () => {
    desk = await openDesk('parts');
    expect(expectDone(await desk.deploy(manifest())).stdout).toContain('Compiling packages: tool/');
    await desk.inVm(await vm(), 'sh', '-c', 'echo mine >/var/vcap/store/mine');
  });
  afterAll(() => desk?.close());

  it('what is compiled is compiled for every deployment', async () => {
    writeFileSync(join(desk.stack.work, 'second.yml'), manifest({ name: 'second', disk: 0 }));
    const second = async (...words: string[]): Promise<string> =>
      expectDone(await desk.stack.bosh(['-e', 'ipv4', '-d', 'second', '-n', ...words])).stdout;
    expect(await second('deploy', 'second.yml')).not.toContain('Compiling packages');
    expect(await runsTool()).toBe('compiled');
    await second('delete-deployment');
  });

  it('an agent that is killed while it compiles: the task says so, nothing is left over', async () => {
    const before = await inventory(desk.stack);
    const failed = await compilePatient(desk.deploy(manifest({ also: patient })), (cid) => signalAgent(desk.stack, cid, 'SIGKILL'));
    expect(await newestTask(desk.stack), failed.stdout).toMatchObject({
      state: 'error',
      error: { code: 450001, message: expect.stringMatching(/'patient.*compile_package/) },
    });
    expect(await inventory(desk.stack)).toEqual(before);
    expectDone(await desk.stack.bosh(['-e', 'ipv4', 'director', 'fsck']));
  });

  it('a compilation that finds no room for what it made: the task says so, nothing is left over', async () => {
    const before = await inventory(desk.stack);
    const fill = `${makeSmall} && ! head -c 8388608 /dev/zero >/var/vcap/data/filler`;
    const failed = await compilePatient(desk.deploy(manifest({ also: patient })), (cid) => desk.doInVm(cid, 'sh', '-c', fill));
    expect(await newestTask(desk.stack), failed.stdout).toMatchObject({
      state: 'error',
      error: { code: 450001, message: expect.stringMatching(/'patient.*no room left in/) },
    });
    expect(await inventory(desk.stack)).toEqual(before);
  });

  it('a deploy that is cancelled while a package compiles ends so, and nothing is left over', async () => {
    const before = await inventory(desk.stack);
    const cancelled = await compilePatient(desk.deploy(manifest({ also: patient })), () => desk.bosh('cancel-tasks', '--state=processing'));
    expect(await newestTask(desk.stack), cancelled.stdout).toMatchObject({ state: 'cancelled' });
    expect(await inventory(desk.stack)).toEqual(before);
    expectDone(await desk.stack.bosh(['-e', 'ipv4', 'director', 'fsck']));
  });

  it('a blobstore that goes away while a package compiles: the task says so, nothing is left over, the next deploy ends well', async () => {
    const blobs = join(desk.stack.home, 'director', 'blobs');
    const before = await inventory(desk.stack);
    const failed = await compilePatient(desk.deploy(manifest({ also: patient })), () => renameSync(blobs, `${blobs}.away`));
    renameSync(`${blobs}.away`, blobs);
    expect(await newestTask(desk.stack), failed.stdout).toMatchObject({
      state: 'error',
      error: { code: 450001, message: expect.stringContaining('patient') },
    });
    expect(await inventory(desk.stack)).toEqual(before);
    const again = compilePatient(desk.deploy(manifest({ also: patient })));
    expect(expectDone(await again).stdout).toContain('Compiling packages: patient/');
    expect(await desk.instances('patient')).toMatchObject([{ vm_cid: expect.stringMatching(/^vm-/) }]);
    expect(await kept()).toBe('mine');
  });

  it('a job, and then its agent, that find no room on the VM: both tasks say so, and with room the next deploy ends well', async () => {
    const cid = await vm();
    await desk.doInVm(cid, 'sh', '-c', makeSmall);
    const job = await desk.deploy(manifest({ kib: 8192, also: patient }));
    expect(await newestTask(desk.stack), job.stdout).toMatchObject({
      state: 'error',
      error: { code: 450001, message: expect.stringMatching(/pre-start.*witness/) },
    });
    const before = await inventory(desk.stack);
    const agent = await desk.deploy(manifest({ also: patient }));
    expect(await newestTask(desk.stack), agent.stdout).toMatchObject({
      state: 'error',
      error: { code: 450001, message: expect.stringContaining('no room left in /var/vcap/data') },
    });
    expect(await inventory(desk.stack)).toEqual(before);
    await desk.inVm(cid, 'rm', '/var/vcap/data/witness/filled');
    expectDone(await desk.deploy(manifest({ also: patient })));
    expect(await desk.instances('witness')).toMatchObject([{ vm_cid: cid }]);
    expect([await kept(), await runsTool()]).toEqual(['mine', 'compiled']);
    expectDone(await desk.stack.bosh(['-e', 'ipv4', 'director', 'fsck']));
  });

  it('a disk that grows is another one with the same on it; the old one is an orphan, until clean-up', async () => {
    const [before] = await desk.instances('witness');
    expectDone(await desk.deploy(manifest({ disk: 32, also: patient })));
    const [after] = await desk.instances('witness');
    expect(after?.vm_cid).toBe(before?.vm_cid);
    expect(await kept()).toBe('mine');
    expect(await desk.rows('disks', '--orphaned')).toMatchObject([{ disk_cid: before?.disk_cids }]);
    expectDone(await desk.bosh('clean-up', '--all'));
    expect((await desk.stack.lab.status()).disks.map(({ cid, sizeMib }) => [cid, sizeMib])).toEqual([[after?.disk_cids, 32]]);
  });

  it('a release that was exported compiled is all that a deploy needs: it compiles nothing', async () => {
    const exported = join(desk.stack.work, 'exported');
    mkdirSync(exported);
    expectDone(await desk.bosh('export-release', 'parts/1', 'debian-bookworm/1.0', '--job=witness', '--dir', exported));
    expectDone(await desk.bosh('delete-deployment'));
    expectDone(await desk.bosh('delete-release', 'parts'));
    const [tarball = ''] = readdirSync(exported);
    expectDone(await desk.bosh('upload-release', join(exported, tarball)));
    const packages = expectDone(await desk.bosh('inspect-release', 'parts/1')).stdout;
    expect(packages).toContain('debian-bookworm/1.0');
    expect(packages).not.toContain('patient');
    expect(expectDone(await desk.deploy(manifest())).stdout).not.toContain('Compiling packages');
    expect(await runsTool()).toBe('compiled');
  });
});
