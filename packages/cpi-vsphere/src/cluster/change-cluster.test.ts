import type { StemcellCid } from '@bosh6/cpi-protocol';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { context, requestFor, type Simulated, simulate } from '../testing/simulated.js';
import { onVcsim } from '../testing/vcsim.js';

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
});
