import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@bosh6/base';
import type { CpiNetworks, StemcellCid, VmCid } from '@bosh6/cpi-protocol';
import { type Ref, readProperties } from '@bosh6/vim25';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { context, requestFor, type Simulated, simulate } from '../testing/simulated.js';
import { onVcsim } from '../testing/vcsim.js';

/** The CPI remembers what it found; another client changes it behind its back. */
onVcsim('a VM after the inventory was changed', () => {
  let on: Simulated;
  let cpi: Simulated['cpi'];
  let stemcell: StemcellCid;
  beforeEach(async () => {
    on = await simulate({ clusters: 2, datastores: 3, portGroups: 2 });
    cpi = on.cpiWith({}, { vm_folder: 'deep/VMs', clusters: ['DC0_C0'] });
    stemcell = await cpi.createStemcell(on.imagePath, {}, undefined, context());
    await make(1);
  }, 60_000);
  afterEach(() => on.stop());

  const make = (number: number, cloudProperties: JsonObject = {}, name = 'DC0_DVPG0'): Promise<VmCid> => {
    const networks: CpiNetworks = { a: { type: 'manual', ip: `10.5.0.${number}`, cloud_properties: { name } } };
    const size = { cpu: 1, ram: 512, disk: 1024 };
    const request = requestFor(stemcell, number, { networks, cloudProperties: { ...size, ...cloudProperties } });
    return cpi.createVm(request, context(randomUUID())).then(({ cid }) => cid);
  };
  async function find(inventoryPath: string): Promise<Ref> {
    const found = await on.vim.call('FindByInventoryPath', on.vim.content.searchIndex as Ref<'SearchIndex'>, { inventoryPath });
    if (found === undefined) throw new Error(`there is no ${inventoryPath}`);
    return found as Ref;
  }
  const rename = async (inventoryPath: string, name: string): Promise<void> => on.vcsim.rename(await find(inventoryPath), name);
  const destroy = async (inventoryPath: string): Promise<void> =>
    on.vim.run('Destroy_Task', (await find(inventoryPath)) as Ref<'ManagedEntity'>, {});
  const look = async (cid: VmCid) =>
    readProperties(on.vim, 'VirtualMachine', (await find(`DC0/vm/deep/VMs/${cid}`)) as Ref<'VirtualMachine'>, ['network', 'datastore']);

  it('is on the network that has the name now, not on the one that had it', async () => {
    const other = await find('DC0/network/DC0_DVPG1');
    await rename('DC0/network/DC0_DVPG0', 'old');
    await rename('DC0/network/DC0_DVPG1', 'DC0_DVPG0');
    expect((await look(await make(2))).network).toEqual([other]);
  });

  it('on a network that was renamed is refused, and named', async () => {
    await rename('DC0/network/DC0_DVPG0', 'new');
    await expect(make(2)).rejects.toMatchObject({
      code: 'VMCreationFailed',
      retryable: false,
      message: expect.stringContaining("no network 'DC0_DVPG0'"),
    });
    await make(3, {}, 'new');
  });

  it('is made in a folder that was removed, or renamed', async () => {
    await rename('DC0/vm/deep/VMs', 'moved');
    const cid = await make(2);
    await find(`DC0/vm/deep/VMs/${cid}`);
    await cpi.deleteVm(cid, context());
    await destroy('DC0/vm/deep/VMs');
    await find(`DC0/vm/deep/VMs/${await make(3)}`);
  });

  it('in a cluster that was renamed is refused, and named', async () => {
    await rename('DC0/host/DC0_C0', 'C');
    await expect(make(2)).rejects.toMatchObject({
      code: 'VMCreationFailed',
      message: expect.stringContaining("'DC0' has no cluster 'DC0_C0'"),
    });
  });

  it('goes to a datastore that is there', async () => {
    const datastores = ['LocalDS_1', 'LocalDS_2'];
    for (const [index, name] of datastores.entries()) await make(10 + index, { datastores: [name] });
    expect((await on.left()).vms.filter((name) => name.startsWith(`${stemcell}_`))).toHaveLength(2);
    const gone = await find('DC0/datastore/LocalDS_2');
    await empty(gone);
    await destroy('DC0/datastore/LocalDS_2');
    const { datastore } = await look(await make(2, { datastores }));
    expect(datastore).toEqual([await find('DC0/datastore/LocalDS_1')]);
  });

  it('is cloned from a new copy of the stemcell where the old one was removed', async () => {
    const datastores = ['LocalDS_1'];
    await make(2, { datastores });
    const [copy] = (await on.left()).vms.filter((name) => name.startsWith(`${stemcell}_`));
    await destroy(`DC0/vm/BOSH_Templates/${copy}`);
    await make(3, { datastores });
    await find(`DC0/vm/BOSH_Templates/${copy}`);
  });

  it('of a stemcell that was removed is refused', async () => {
    await on.cpiWith().deleteStemcell(stemcell, context());
    await expect(make(2)).rejects.toMatchObject({ code: 'VMCreationFailed', message: `there is no stemcell '${stemcell}'` });
  });

  /** The simulator keeps a datastore that has VMs. */
  async function empty(datastore: Ref): Promise<void> {
    const { vm = [] } = await readProperties(on.vim, 'Datastore', datastore as Ref<'Datastore'>, ['vm']);
    for (const ref of vm) {
      await on.vim.run('PowerOffVM_Task', ref, {}).catch(() => {});
      await on.vim.run('Destroy_Task', ref, {});
    }
  }
});
