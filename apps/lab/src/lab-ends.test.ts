import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { adoptLab, labFilePath, processStartTime, readLabFile, waitFor } from '@bosh6/lab';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daemon, makeVm, output, postNetworks, type TestPlace, testPlace } from './testing/test-lab.js';

const gone = (pid: number): Promise<true | undefined> => waitFor(10_000, () => (processStartTime(pid) === undefined ? true : undefined));

describe('a lab that ends', { timeout: 40_000 }, () => {
  let place: TestPlace;
  beforeEach(async () => {
    place = await testPlace();
  });
  afterEach(() => place.remove());

  async function withVmAndDisk() {
    const lab = await place.start();
    const stemcell = await lab.createStemcell({ imagePath: place.imagePath, cloudProperties: {} });
    const vm = await makeVm(lab, stemcell, postNetworks(165));
    const disk = await lab.createDisk({ sizeMib: 64, cloudProperties: {} });
    const hint = await lab.attachDisk(vm, disk);
    await output(lab, vm, 'sh', '-c', `echo precious > ${hint.path}/file; chown vcap ${hint.path}/file`);
    return { lab, stemcell, vm, disk, hint };
  }

  async function expectDiskKept(made: Awaited<ReturnType<typeof withVmAndDisk>>) {
    expect(existsSync(path.join(place.stateDir, 'vms'))).toBe(false);
    const lab = await place.start();
    const status = await lab.status();
    expect(status.vms).toEqual([]);
    expect(status.disks).toMatchObject([{ cid: made.disk, sizeMib: 64 }]);
    const vm = await makeVm(lab, made.stemcell, postNetworks(166));
    await lab.attachDisk(vm, made.disk);
    expect(await output(lab, vm, 'sh', '-c', `cat ${made.hint.path}/file; stat -c %U ${made.hint.path}/file`)).toBe('precious\nvcap');
    await lab.stop();
  }

  it('keeps its disks when it is stopped', async () => {
    const made = await withVmAndDisk();
    await made.lab.stop();
    expect(existsSync(labFilePath(place.stateDir))).toBe(false);
    expect(await adoptLab(place.stateDir)).toBeUndefined();
    await place.start().then((lab) => lab.stop());
    await expectDiskKept(made);
  });

  it('takes everything along when its process on the host is killed', async () => {
    const made = await withVmAndDisk();
    const file = await readLabFile(place.stateDir);
    const { vms } = await made.lab.status();
    process.kill(file?.pid ?? 0, 'SIGKILL');
    for (const pid of [file?.inside?.pid ?? 0, vms[0]?.pid ?? 0]) expect(await gone(pid)).toBe(true);
    await place.start().then((lab) => lab.stop());
    await expectDiskKept(made);
  });

  it('takes everything along when its inside is killed', async () => {
    const made = await withVmAndDisk();
    const file = await readLabFile(place.stateDir);
    const { vms } = await made.lab.status();
    process.kill(file?.inside?.pid ?? 0, 'SIGKILL');
    for (const pid of [file?.pid ?? 0, vms[0]?.pid ?? 0]) expect(await gone(pid)).toBe(true);
    expect(await readLabFile(place.stateDir)).toBeUndefined();
    await place.start().then((lab) => lab.stop());
    await expectDiskKept(made);
  });

  it('ends with the process that holds its lifeline, killed or not', async () => {
    const options = JSON.stringify({ stateDir: place.stateDir, config: place.config, daemon, lifeline: true });
    const client = path.resolve(import.meta.dirname, '../../../packages/lab/dist/index.js');
    const script = `const { startLab } = await import(${JSON.stringify(client)}); await startLab(${options}); console.log('up'); setInterval(() => {}, 1e6);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const file = await readLabFile(place.stateDir);
    child.kill('SIGKILL');
    expect(await gone(file?.pid ?? 0)).toBe(true);
    expect(await gone(file?.inside?.pid ?? 0)).toBe(true);
    expect(await readLabFile(place.stateDir)).toBeUndefined();
  });

  it('starts once when two start it', async () => {
    const labs = await Promise.all([place.start(), place.start(), place.start()]);
    expect(labs.filter(({ started }) => started)).toHaveLength(1);
    expect(new Set(await Promise.all(labs.map(async (lab) => (await lab.status()).pid))).size).toBe(1);
    for (const lab of labs) lab.close();
  });

  it('says which port of the host is taken, and leaves nothing', async () => {
    const lab = await place.start();
    const { port } = await lab.forward({ port: 0, to: { address: '10.0.9.151', port: 1 } });
    const other = await testPlace({ forward: [{ port, to: { address: '10.0.9.151', port: 1 } }] });
    await expect(other.start()).rejects.toMatchObject({ code: 'LabForwardPortInUse', message: expect.stringContaining(String(port)) });
    expect(await readLabFile(other.stateDir)).toBeUndefined();
    await other.remove();
  });
});
