import { realWorld } from '@bosh6/base';
import type { StemcellCid, VmCid } from '@bosh6/cpi-protocol';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readVsphereProperties } from '../properties/global-properties.js';
import { context, requestFor, type Simulated, simulate } from '../testing/simulated.js';
import { onVcsim } from '../testing/vcsim.js';
import { createVsphereCpi } from '../vsphere-cpi.js';

onVcsim('a question of a VM', () => {
  let on: Simulated;
  let cpi: ReturnType<typeof createVsphereCpi>;
  let stemcell: StemcellCid;
  let cid: VmCid;
  const answers = async (choice: string): Promise<number> => (await on.vcsim.calls())[`AnswerVM 17 ${choice}`] ?? 0;
  beforeAll(async () => {
    on = await simulate();
    // patience of 5 ms where it is 5 s
    const real = realWorld();
    cpi = createVsphereCpi(readVsphereProperties(on.properties()), { ...real, sleep: (ms, signal) => real.sleep(ms / 1000, signal) });
    stemcell = await cpi.createStemcell(on.imagePath, {}, undefined, context());
  }, 180_000);
  afterEach(() => on.vcsim.clearRules());
  afterAll(async () => {
    await cpi.close();
    await on.stop();
  });

  it('gets the answer that vSphere suggests, when the VM starts and when it ends', async () => {
    const question = { text: 'moved or copied?', default: 1 } as const;
    await on.vcsim.addRule({ method: 'PowerOnMultiVM_Task', times: 1, question });
    await on.vcsim.addRule({ method: 'PowerOffVM_Task', times: 1, question });
    ({ cid } = await cpi.createVm(requestFor(stemcell, 1), context()));
    expect(await answers('1')).toBe(1);
    await cpi.deleteVm(cid, context());
    expect(await answers('1')).toBe(2);
  });

  it('is answered before the change is tried once more, where it made it fail', async () => {
    ({ cid } = await cpi.createVm(requestFor(stemcell, 2), context()));
    await on.vcsim.addRule({ method: 'PowerOffVM_Task', times: 1, question: { text: 'a', default: 1 }, fault: 'InvalidState' });
    const before = await answers('1');
    await cpi.deleteVm(cid, context());
    expect(await answers('1')).toBe(before + 1);
  });

  it('that vSphere suggests no answer to is told', async () => {
    ({ cid } = await cpi.createVm(requestFor(stemcell, 3), context()));
    await on.vcsim.addRule({ method: 'PowerOffVM_Task', times: 1, question: { text: 'No space left on LocalDS_0. Retry or abort?' } });
    await expect(cpi.deleteVm(cid, context())).rejects.toMatchObject({
      code: 'CloudError',
      message: `VM '${cid}' asks 'No space left on LocalDS_0. Retry or abort?', and vSphere suggests no answer`,
    });
    expect(await cpi.hasVm(cid, context())).toBe(true);
  });
});
