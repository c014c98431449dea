import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LabHandle, startLab } from '@bosh6/lab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../stack/paths.js';
import { run } from '../stack/run.js';
import { buildGoCpi, goCpiAvailable } from './build-go-cpi.js';

const command = [process.execPath, join(root, 'packages/cpi-protocol/dist/conformance/main.js')];
const networks = {
  a: { type: 'manual', ip: '10.5.0.{n}', netmask: '255.255.255.0', gateway: '10.5.0.254', cloud_properties: { name: 'n' } },
  b: { type: 'manual', ip: 'fd00:5::{n}', prefix: '128', netmask: 'ffff:ffff:ffff:ffff::', cloud_properties: { name: 'm' } },
};

describe.skipIf(!(await goCpiAvailable()))('a CPI whose protocol others wrote, by the conformance command', () => {
  let folder: string;
  let lab: LabHandle;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'b6-'));
    await writeFile(join(folder, 'agent.cjs'), 'setInterval(() => {}, 1e6)');
    await writeFile(join(folder, 'image'), '{"format":"bosh6-lab-light"}');
    const config = { agent: { node: process.execPath, bundle: join(folder, 'agent.cjs') } };
    lab = await startLab({ stateDir: join(folder, 'lab'), daemon: join(root, 'apps/lab/dist/main.js'), config });
    // its library leaves MAC addresses out of what create_vm answers
    const subject = { executable: await buildGoCpi(), image: 'image', properties: { socket: lab.socket }, networks, lacks: ['macs'] };
    await writeFile(join(folder, 'subject.json'), JSON.stringify(subject));
  });
  afterAll(async () => {
    await lab?.stop({ purge: true });
    await rm(folder, { recursive: true, force: true });
  });

  it('does what every CPI does, but for telling MAC addresses, and leaves nothing', async () => {
    const names = (await run([...command, '--list'])).stdout.trim().split('\n');
    const { stdout, code } = await run([...command, join(folder, 'subject.json')]);
    expect(stdout.trim().split('\n')).toEqual([
      ...names.map((name) => (name.includes('MAC address') ? `lacks   ${name} (macs)` : `ok      ${name}`)),
      `${names.length - 1} of ${names.length - 1} behaviours hold, 1 not tried`,
    ]);
    expect(code).toBe(0);
    expect(await lab.status()).toMatchObject({ vms: [], disks: [], stemcells: [] });
  });

  it('would not pass for one that tells them', async () => {
    const subject = { executable: await buildGoCpi(), image: 'image', properties: { socket: lab.socket }, networks };
    await writeFile(join(folder, 'all.json'), JSON.stringify(subject));
    const { stdout, code } = await run([...command, join(folder, 'all.json')]);
    expect(stdout).toMatch(/^FAILED {2}create_vm gives every network a MAC address/m);
    expect(code).toBe(1);
  });
});
