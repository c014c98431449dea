import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CpiNetworks, createExternalCpi } from '@bosh6/cpi-protocol';
import { behaviours } from '@bosh6/cpi-protocol/conformance';
import { type LabHandle, startLab } from '@bosh6/lab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

describe('the CPI on a lab, as an executable', () => {
  let root: string;
  let lab: LabHandle;
  const networks = (number: number): CpiNetworks => ({
    a: { type: 'manual', ip: `10.5.0.${number}`, netmask: '255.255.255.0', gateway: '10.5.0.254', cloud_properties: { name: 'n' } },
    b: { type: 'manual', ip: `fd00:5::${number}`, prefix: '128', netmask: 'ffff:ffff:ffff:ffff::', cloud_properties: { name: 'm' } },
  });

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'b6-'));
    await writeFile(join(root, 'agent.cjs'), 'setInterval(() => {}, 1e6)');
    await writeFile(join(root, 'image'), '{"format":"bosh6-lab-light"}');
    const config = { agent: { node: process.execPath, bundle: join(root, 'agent.cjs') } };
    lab = await startLab({ stateDir: join(root, 'lab'), daemon: built('../../lab/dist/main.js'), config });
    await writeFile(join(root, 'cpi'), `#!/bin/sh\nexec '${process.execPath}' '${built('../dist/main.js')}'\n`, { mode: 0o755 });
  });
  afterAll(async () => {
    await lab.stop({ purge: true });
    await rm(root, { recursive: true, force: true });
  });

  for (const { name, run } of behaviours)
    it(name, async () => {
      const cpi = createExternalCpi({ executable: join(root, 'cpi'), properties: { socket: lab.socket } });
      await run({ cpi, imagePath: join(root, 'image'), networks });
    });

  it('leaves no VM, disk, snapshot or stemcell after all that', async () => {
    expect(await lab.status()).toMatchObject({ vms: [], disks: [], stemcells: [] });
  });
});
