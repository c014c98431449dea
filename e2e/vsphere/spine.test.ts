import { connect, listObjects, readProperties, type Vim } from '@bosh6/vim25';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { startVcsim, type Vcsim } from '../vcsim/start-vcsim.js';

describe.skipIf(!(await vcsimAvailable()))('a vCenter, from login to a running VM', () => {
  let vcsim: Vcsim;
  let vim: Vim;
  beforeAll(async () => {
    vcsim = await startVcsim({ user: 'u', password: 'p', vms: 3, poweredOn: false });
    vim = await connect({ url: vcsim.url, user: 'u', password: 'p', tls: { ca: vcsim.ca } });
  });
  afterAll(async () => {
    await vim?.close();
    await vcsim?.stop();
  });

  it('lists VMs with typed properties', async () => {
    const rows = await listObjects(vim, 'VirtualMachine', ['name', 'runtime.powerState', 'config.hardware.memoryMB']);
    expect(rows.map(({ properties }) => properties.name).sort()).toEqual(['DC0_C0_RP0_VM0', 'DC0_C0_RP0_VM1', 'DC0_C0_RP0_VM2']);
    expect(rows[0]?.properties['runtime.powerState']).toBe('poweredOff');
    expect(rows[0]?.properties['config.hardware.memoryMB']).toBeTypeOf('number');
  });

  it('powers one on and sees it running', async () => {
    const [row] = await listObjects(vim, 'VirtualMachine', ['name']);
    if (row === undefined) throw new Error('no VM');
    expect(await vim.run('PowerOnVM_Task', row.ref, {})).toBeUndefined();
    expect(await readProperties(vim, 'VirtualMachine', row.ref, ['runtime.powerState'])).toEqual({ 'runtime.powerState': 'poweredOn' });
  });
});
