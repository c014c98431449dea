import { randomUUID } from 'node:crypto';
import type { StemcellCid } from '@bosh6/cpi-protocol';
import { type Data, type Ref, readObjects, readProperties } from '@bosh6/vim25';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { readVsphereProperties } from '../properties/global-properties.js';
import type { Inventory } from '../testing/inventory.js';
import { type Killing, killing } from '../testing/killing.js';
import { context, networksOf, requestFor, type Simulated, simulate } from '../testing/simulated.js';
import { onVcsim } from '../testing/vcsim.js';
import { connectionTo } from '../vcenter.js';
import { undoCreate } from './undo-create.js';

/** Long enough for undo_create to begin meanwhile. */
const slow = 3000;

onVcsim('undo_create', () => {
  let on: Simulated;
  let cpi: Killing;
  let stemcell: StemcellCid;
  let before: Inventory;
  beforeAll(async () => {
    on = await simulate({
      taskDelays: { CloneVM_Task: slow, ImportVAppLRO: slow, CreateVirtualDisk_Task: slow, CopyVirtualDisk_Task: slow },
    });
    cpi = killing(on);
    stemcell = await on.cpi.createStemcell(on.imagePath, {}, undefined, context());
    before = await on.left();
  }, 180_000);
  afterAll(() => on.stop());
  afterEach(async () => expect(await on.left()).toEqual(before));

  const running = async (): Promise<string[]> => {
    const manager = on.vim.content.taskManager as Ref<'TaskManager'>;
    const { recentTask = [] } = await readProperties(on.vim, 'TaskManager', manager, ['recentTask']);
    const rows = await readObjects(on.vim, 'Task', recentTask, ['info.state', 'info.descriptionId']);
    return rows.flatMap(({ properties: info }) => (info['info.state'] === 'running' ? [info['info.descriptionId'] ?? ''] : []));
  };
  const vmArgs = (): unknown[] => {
    const { agentId, cloudProperties, env } = requestFor(stemcell, 4);
    return [agentId, stemcell, cloudProperties, networksOf(4), [], env];
  };

  // the simulator says of every task that the user 'vcsim' began it, as a vCenter says DOMAIN\user
  it.each<[string, string, string, () => unknown[]]>([
    ['create_vm', 'CloneVM_Task', 'VirtualMachine.cloneVm', vmArgs],
    ['create_stemcell', 'ImportVApp', 'ResourcePool.ImportVAppLRO', () => [on.imagePath, {}]],
    ['create_disk', 'CreateVirtualDisk_Task', 'VirtualDiskManager.createVirtualDisk', () => [64, {}, null]],
  ])('of %s waits for a slow %s whose caller is gone, and deletes what came of it', async (method, step, description, args) => {
    const requestId = await cpi.kill(step, 1, async () => (await running()).includes(description), method, args());
    await on.cpi.undoCreate?.(method as 'create_vm', requestId, context());
    expect(await running()).not.toContain(description);
  });

  it('leaves a VM whose name ends alike, but which another request made', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const named = on.cpiWith({ enable_human_readable_name: true });
    const { cid } = await named.createVm(requestFor(stemcell, 5), context(one));
    const { cid: kept } = await named.createVm(requestFor(stemcell, 6), context(other));
    const search = on.vim.content.searchIndex as Ref<'SearchIndex'>;
    const ref = (await on.vim.call('FindByInventoryPath', search, { inventoryPath: `DC0/vm/BOSH_VMs/${kept}` })) as Ref<'VirtualMachine'>;
    const alike = cid.replace('job_', 'other_');
    await on.vcsim.rename(ref, alike);
    await named.undoCreate?.('create_vm', one, context());
    expect((await on.left()).vms.filter((name) => !before.vms.includes(name))).toEqual([alike]);
    await named.deleteVm(alike as typeof kept, context());
  });

  it('asks to be called again where vCenter cannot say whose a VM of the name is, and leaves it', async () => {
    const requestId = randomUUID();
    const { cid } = await on.cpi.createVm(requestFor(stemcell, 7), context(requestId));
    const connection = connectionTo(readVsphereProperties(on.properties()));
    const vcenter = await connection.open(() => {});
    const call = vcenter.vim.call.bind(vcenter.vim) as (...args: unknown[]) => Promise<unknown>;
    const withoutConfig = vi.spyOn(vcenter.vim, 'call').mockImplementation(async (...args: unknown[]) => {
      const answer = await call(...args);
      for (const object of (answer as Data<'RetrieveResult'> | undefined)?.objects ?? [])
        object.propSet = object.propSet?.filter(({ name }) => name !== 'config.extraConfig') ?? [];
      return answer as never;
    });
    await expect(undoCreate(vcenter, 'create_vm', requestId, context())).rejects.toMatchObject({ code: 'CloudError', retryable: true });
    expect((await on.left()).vms).toContain(cid);
    withoutConfig.mockRestore();
    await undoCreate(vcenter, 'create_vm', requestId, context());
    await connection.close();
  });
});
