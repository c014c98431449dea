import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { behaviours } from '@bosh6/cpi-protocol/conformance';
import { type LabHandle, startLab } from '@bosh6/lab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const networks = {
  a: { type: 'manual', ip: '10.5.0.{n}', netmask: '255.255.255.0', gateway: '10.5.0.254', cloud_properties: { name: 'n' } },
  b: { type: 'manual', ip: 'fd00:5::{n}', prefix: '128', netmask: 'ffff:ffff:ffff:ffff::', cloud_properties: { name: 'm' } },
};

describe('the CPI on a lab, as an executable that the conformance command is pointed at', () => {
  let root: string;
  let lab: LabHandle;
  let told: { name: string; ok: boolean; problem?: string }[];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'b6-'));
    await writeFile(join(root, 'agent.cjs'), 'setInterval(() => {}, 1e6)');
    await writeFile(join(root, 'image'), '{"format":"bosh6-lab-light"}');
    await writeFile(join(root, 'cpi'), `#!/bin/sh\nexec '${process.execPath}' '${built('../dist/main.js')}'\n`, { mode: 0o755 });
    const config = { agent: { node: process.execPath, bundle: join(root, 'agent.cjs') } };
    lab = await startLab({ stateDir: join(root, 'lab'), daemon: built('../../lab/dist/main.js'), config });
    const subject = { executable: 'cpi', image: 'image', properties: { socket: lab.socket }, networks };
    await writeFile(join(root, 'subject.json'), JSON.stringify(subject));
    const command = built('../../../packages/cpi-protocol/dist/conformance/main.js');
    const { stdout } = await promisify(execFile)(process.execPath, [command, join(root, 'subject.json'), '--json']);
    told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  }, 300_000);
  afterAll(async () => {
    await lab.stop({ purge: true });
    await rm(root, { recursive: true, force: true });
  });

  it.each(behaviours)('$name', ({ name }) => {
    expect(told.find((line) => line.name === name)).toEqual({ name, ok: true });
  });

  it('leaves no VM, disk, snapshot or stemcell after all that', async () => {
    expect(await lab.status()).toMatchObject({ vms: [], disks: [], stemcells: [] });
  });
});
