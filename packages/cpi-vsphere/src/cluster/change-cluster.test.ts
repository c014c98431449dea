import { realWorld } from '@bosh6/base';
import type { StemcellCid } from '@bosh6/cpi-protocol';
import { type Data, type Ref, readProperties } from '@bosh6/vim25';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readVsphereProperties } from '../properties/global-properties.js';
import { context, requestFor, type Simulated, simulate } from '../testing/simulated.js';
import { onVcsim } from '../testing/vcsim.js';
import { createVsphereCpi } from '../vsphere-cpi.js';

onVcsim('a change of a cluster', () => {
  let on: Simulated;
  let stemcell: StemcellCid;
  beforeAll(async () => {
    on = await simulate();
    stemcell = await on.cpi.createStemcell(on.imagePath, {}, undefined, context());
  }, 180_000);
  afterEach(() => on.vcsim.clearRules());
  afterAll(() => on.stop());
  const cloudProperties = { cpu: 1, ram: 512, disk: 1024, vm_group: 'g' };
  const make = () => on.cpi.createVm(requestFor(stemcell, 1, { cloudProperties }), context());

  it('that somebody else overtook is made again', async () => {
    await on.vcsim.addRule({ method: 'ReconfigureComputeResource_Task', fault: 'InvalidArgument', task: true, times: 1 });
    await on.cpi.deleteVm((await make()).cid, context());
  });

  it('that somebody overtook after others had kept the cluster busy is made again too', async () => {
    const method = 'ReconfigureComputeResource_Task';
    await on.vcsim.addRule({ method, fault: 'ConcurrentAccess', task: true, times: 4 });
    await on.vcsim.addRule({ method, fault: 'InvalidArgument', task: true, nth: 5, times: 1 });
    await on.cpi.deleteVm((await make()).cid, context());
  });

  it('that vSphere keeps refusing, or refuses for another reason, is a failure that names it', async () => {
    for (const fault of ['InvalidArgument', 'NoPermission']) {
      await on.vcsim.addRule({ method: 'ReconfigureComputeResource_Task', fault, task: true });
      await expect(make()).rejects.toMatchObject({
        code: 'VMCreationFailed',
        retryable: false,
        message: expect.stringMatching(new RegExp(`^VM group 'g' of cluster 'DC0_C0' for VM 'vm-.*${fault}`)),
      });
      await on.vcsim.clearRules();
    }
    expect((await on.left()).vms).toEqual([stemcell]);
  });

  it('is made again after a pause, which grows while others change the cluster', async () => {
    const pauses: number[] = [];
    const real = realWorld();
    const sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
      pauses.push(ms);
      return real.sleep(ms / 1000, signal);
    };
    const cpi = createVsphereCpi(readVsphereProperties(on.properties()), { ...real, sleep });
    await on.vcsim.addRule({ method: 'ReconfigureComputeResource_Task', fault: 'ConcurrentAccess', task: true, times: 6 });
    const { cid } = await cpi.createVm(requestFor(stemcell, 2, { cloudProperties }), context());
    const shortest = [50, 100, 200, 400, 800, 1600];
    for (const [index, least] of shortest.entries()) {
      expect(pauses[index]).toBeGreaterThanOrEqual(least);
      expect(pauses[index]).toBeLessThan(2 * least);
    }
    await cpi.deleteVm(cid, context());
    await cpi.close();
  });

  it('that somebody undoes while the VM gets its settings is made again before the VM starts', async () => {
    const inventoryPath = 'DC0/host/DC0_C0';
    const search = on.vim.content.searchIndex as Ref<'SearchIndex'>;
    const cluster = (await on.vim.call('FindByInventoryPath', search, { inventoryPath })) as Ref<'ClusterComputeResource'>;
    const groups = async () =>
      ((await readProperties(on.vim, 'ClusterComputeResource', cluster, ['configurationEx'])).configurationEx?.group ?? []).map(
        ({ name }) => name,
      );
    const settings = async (): Promise<number> => (await on.vcsim.calls()).ReconfigVM_Task ?? 0;
    const before = await settings();
    await on.vcsim.addRule({ method: 'ReconfigVM_Task', times: 1, hold: true });
    const making = make();
    await expect.poll(settings, { timeout: 20_000 }).toBe(before + 1);
    expect(await groups()).toEqual(['g']);
    const spec: Data<'ComputeResourceConfigSpec'> = { $type: 'ClusterConfigSpecEx', groupSpec: [{ operation: 'remove', removeKey: 'g' }] };
    await on.vim.run('ReconfigureComputeResource_Task', cluster as Ref<'ComputeResource'>, { spec, modify: true });
    await on.vcsim.clearRules();
    const { cid } = await making;
    expect(await groups()).toEqual(['g']);
    await on.cpi.deleteVm(cid, context());
    expect(await groups()).toEqual([]);
  });
});
