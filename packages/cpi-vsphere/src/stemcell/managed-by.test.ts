import { listObjects } from '@bosh6/vim25';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { context, type Simulated, simulate } from '../testing/simulated.js';
import { onVcsim } from '../testing/vcsim.js';

onVcsim('a stemcell', () => {
  let on: Simulated;
  beforeAll(async () => {
    on = await simulate();
  }, 180_000);
  afterEach(() => on.vcsim.clearRules());
  afterAll(() => on.stop());

  async function manager(cpi: Simulated['cpi']): Promise<unknown> {
    const cid = await cpi.createStemcell(on.imagePath, {}, undefined, context());
    const vms = await listObjects(on.vim, 'VirtualMachine', ['name', 'config.managedBy']);
    await cpi.deleteStemcell(cid, context());
    return vms.find(({ properties }) => properties.name === cid)?.properties['config.managedBy'];
  }

  it.each(['NoPermission', 'NotSupported'])('is nobody’s where who manages it cannot be registered: %s', async (fault) => {
    await on.vcsim.addRule({ method: 'RegisterExtension', fault });
    expect(await manager(on.cpiWith())).toBeUndefined();
  });

  it('is not made where that fails for another reason', async () => {
    await on.vcsim.addRule({ method: 'RegisterExtension', fault: 'HostCommunication' });
    await expect(manager(on.cpiWith())).rejects.toMatchObject({
      code: 'CloudError',
      message: expect.stringContaining('HostCommunication'),
    });
    expect((await on.left()).vms).toEqual([]);
  });

  it('says that a CPI manages it, which is registered once', async () => {
    const registered = async (): Promise<number> => (await on.vcsim.calls()).RegisterExtension ?? 0;
    const before = await registered();
    for (const cpi of [on.cpiWith(), on.cpiWith()])
      expect(await manager(cpi)).toMatchObject({ extensionKey: 'sddc.cpi.extension', type: 'cpi-managed-resource' });
    expect(await registered()).toBe(before + 1);
    const { extensionManager } = on.vim.content;
    if (extensionManager === undefined) throw new Error('there is no ExtensionManager');
    expect(await on.vim.call('FindExtension', extensionManager, { extensionKey: 'sddc.cpi.extension' })).toMatchObject({ company: 'BOSH' });
  });
});
