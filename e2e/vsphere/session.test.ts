import { VirtualWorld } from '@bosh6/base';
import { connect, listObjects, type Ref, readProperties, waitUntil } from '@bosh6/vim25';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../stack/eventually.js';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { startVsphereLab, type VsphereLab } from './lab.js';

const serviceInstance = { type: 'ServiceInstance', value: 'ServiceInstance' } as const;

describe.skipIf(!(await vcsimAvailable()))('a session that the server has ended', () => {
  let lab: VsphereLab;
  let vm: Ref<'VirtualMachine'>;
  let before: Record<string, number>;
  const count = async (name: string): Promise<number> => ((await lab.vcsim.calls())[name] ?? 0) - (before[name] ?? 0);
  beforeAll(async () => {
    lab = await startVsphereLab({ poweredOn: false, taskDelays: { PowerOnVM_Task: 1500 } });
    vm = await lab.find('DC0/vm/DC0_C0_RP0_VM0', 'VirtualMachine');
  });
  beforeEach(async () => {
    before = await lab.vcsim.calls();
  });
  afterAll(async () => {
    await lab?.stop();
  });

  it('is renewed by one login, however many calls find it out', async () => {
    const askAll = () => Promise.all(Array.from({ length: 40 }, () => lab.vim.call('CurrentTime', serviceInstance, {})));
    await askAll(); // so that all have a connection
    // A slow login, so that all find out while it is under way.
    await lab.vcsim.addRule({ method: 'Login', delayMs: 500 });
    await lab.vcsim.expireSessions();
    expect((await askAll()).every((time) => time instanceof Date)).toBe(true);
    await lab.vcsim.clearRules();
    expect(await count('Login')).toBe(1);
    expect(lab.vim.session.login).toBe(2);
  });

  it('is renewed where the server answers without a fault', async () => {
    await lab.vcsim.expireSessions();
    expect(await readProperties(lab.vim, 'VirtualMachine', vm, ['name'])).toEqual({ name: 'DC0_C0_RP0_VM0' });
    await lab.vcsim.expireSessions();
    expect(await listObjects(lab.vim, 'VirtualMachine', ['name'], { pageSize: 1 })).toHaveLength(2);
    expect(await count('Login')).toBe(2);
  });

  it('does not lose a task that is waited for, nor a property', async () => {
    const wait = waitUntil(lab.vim, 'VirtualMachine', vm, ['runtime.powerState'], (seen) => seen['runtime.powerState'] === 'poweredOn');
    const task = await lab.vim.call('PowerOnVM_Task', vm, {});
    const done = lab.vim.tasks.wait(task, 'PowerOnVM_Task');
    await eventually(
      () => count('WaitForUpdatesEx'),
      (waits) => waits > 1,
    );
    await lab.vcsim.expireSessions();
    await lab.vim.call('CurrentTime', serviceInstance, {}); // as the keep-alive would
    expect(await done).toBeUndefined();
    expect(await wait).toEqual({ 'runtime.powerState': 'poweredOn' });
    expect(await count('Login')).toBe(1);
  });

  it('is not tried for ever', async () => {
    await lab.vcsim.addRule({ method: 'CurrentTime', fault: 'NotAuthenticated' });
    await expect(lab.vim.call('CurrentTime', serviceInstance, {})).rejects.toMatchObject({ faultClass: 'NotAuthenticated' });
    await lab.vcsim.clearRules();
    expect(await count('Login')).toBe(1);
    expect(await count('CurrentTime')).toBe(2);
  });

  it('is kept by a call every so often, until it is closed', async () => {
    const world = new VirtualWorld();
    const vim = await connect({ url: lab.vcsim.url, user: 'bosh', password: 'right', tls: { ca: lab.vcsim.ca }, world, keepAliveMs: 1000 });
    world.advance(3500);
    expect(
      await eventually(
        () => count('CurrentTime'),
        (calls) => calls >= 3,
      ),
    ).toBe(3);
    await vim.close();
    world.advance(3500);
    expect(await count('CurrentTime')).toBe(3);
    expect(await count('Logout')).toBe(1);
  });

  it('ends by idleness as vCenter ends it', async () => {
    const short = await startVsphereLab({ sessionTimeout: '50ms', vms: 0 });
    const seen = await eventually(
      async () => {
        await short.vim.call('CurrentTime', serviceInstance, {});
        return short.vim.session.login;
      },
      (login) => login > 1,
    );
    expect(seen).toBeGreaterThan(1);
    await short.stop();
  });

  it('that cannot be renewed says why', async () => {
    await lab.vcsim.addRule({ method: 'Login', fault: 'InvalidLogin', times: 1 });
    await lab.vcsim.expireSessions();
    await expect(lab.vim.call('CurrentTime', serviceInstance, {})).rejects.toMatchObject({ code: 'VSphereLoginFailed' });
    expect(await lab.vim.call('CurrentTime', serviceInstance, {})).toBeInstanceOf(Date);
  });
});
