import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallContext, CpiNetworks } from '@bosh6/cpi-protocol';
import { behaviours } from '@bosh6/cpi-protocol/conformance';
import { type LabHandle, startLab } from '@bosh6/lab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalCpi } from './local-cpi.js';
import { vmSettings } from './vm-settings.js';

const context: CallContext = { requestId: 'r', directorUuid: 'd', log: () => undefined };

describe('the CPI on a lab', () => {
  let root: string;
  let lab: LabHandle;
  let cpi: ReturnType<typeof createLocalCpi>;

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'b6-'));
    await writeFile(path.join(root, 'agent.cjs'), 'setInterval(() => {}, 1e6)');
    await writeFile(path.join(root, 'image'), '{"format":"bosh6-lab-light"}');
    const daemon = fileURLToPath(new URL('../../../apps/lab/dist/main.js', import.meta.url));
    const config = { agent: { node: process.execPath, bundle: path.join(root, 'agent.cjs') } };
    lab = await startLab({ stateDir: path.join(root, 'lab'), daemon, config });
    cpi = createLocalCpi({ socket: lab.socket });
  });
  afterAll(async () => {
    cpi.close();
    await lab.stop({ purge: true });
    await rm(root, { recursive: true, force: true });
  });

  const networks = (number: number): CpiNetworks => ({
    a: {
      type: 'manual',
      ip: `10.5.0.${number}`,
      netmask: '255.255.255.0',
      gateway: '10.5.0.254',
      nic_group: '1',
      cloud_properties: { name: 'n' },
    },
    b: {
      type: 'manual',
      ip: `fd00:5::${number}`,
      prefix: '128',
      netmask: 'ffff:ffff:ffff:ffff::',
      nic_group: '1',
      cloud_properties: { name: 'n' },
    },
    c: { type: 'manual', ip: `10.6.0.${number}`, netmask: '255.255.255.0', cloud_properties: { name: 'm' } },
  });
  for (const { name, run } of behaviours) it(name, () => run({ cpi, imagePath: path.join(root, 'image'), networks }));

  it('leaves no VM, disk, snapshot or stemcell after all that', async () => {
    expect(await lab.status()).toMatchObject({ vms: [], disks: [], stemcells: [] });
  });

  it('lists every VM with its disks, and every disk', async () => {
    const stemcell = await cpi.createStemcell(path.join(root, 'image'), {}, undefined, { ...context, requestId: 's' });
    const request = { agentId: 'a', stemcellCid: stemcell, cloudProperties: {}, networks: {}, diskCids: [], env: {} } as never;
    const { cid } = await cpi.createVm(request, { ...context, requestId: 'v' });
    const disk = await cpi.createDisk(1, {}, cid, { ...context, requestId: 'd1' });
    const free = await cpi.createDisk(1, {}, undefined, { ...context, requestId: 'd2' });
    await cpi.attachDisk(cid, disk, context);
    expect(await cpi.inventory?.(context)).toEqual({ vms: [{ cid, disks: [disk] }], disks: expect.arrayContaining([disk, free]) });
    await cpi.deleteVm(cid, { ...context, requestId: 'dv' });
    expect(await cpi.inventory?.(context)).toMatchObject({ vms: [] });
    for (const one of [disk, free]) await cpi.deleteDisk(one, { ...context, requestId: one });
  });

  it('tells of a lab that is not there', async () => {
    const other = createLocalCpi({ socket: path.join(root, 'none/lab.sock') });
    await expect(other.hasVm('vm-1' as never, context)).rejects.toMatchObject({ code: 'CloudError', hint: expect.any(String) });
  });
});

describe("an agent's settings", () => {
  it("carry the Director's env unchanged and the CPI's own properties", () => {
    const env = { bosh: { mbus: { urls: ['nats://[fd00::1]:4222'] }, odd: [1, null] } };
    const settings = vmSettings({ agentId: 'a' as never, env }, { socket: '/s', agent: { mbus: 'nats://10.0.9.151:4222', ntp: ['t'] } });
    expect(settings).toEqual({ agent_id: 'a', env, mbus: 'nats://10.0.9.151:4222', ntp: ['t'] });
  });
});
