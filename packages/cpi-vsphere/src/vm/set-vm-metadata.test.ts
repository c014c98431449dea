import { type Ref, readProperties } from '@bosh6/vim25';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { context, requestFor, type Simulated, simulate } from '../testing/simulated.js';
import { onVcsim } from '../testing/vcsim.js';

onVcsim('set_vm_metadata', () => {
  let on: Simulated;
  beforeAll(async () => {
    on = await simulate();
  }, 180_000);
  afterAll(() => on.stop());

  it('metadata are custom attributes of the VM, defined once, by whoever is first', async () => {
    const stemcell = await on.cpi.createStemcell(on.imagePath, {}, undefined, context());
    const { cid } = await on.cpi.createVm(requestFor(stemcell, 1), context());
    const [one, two] = [on.cpiWith(), on.cpiWith()];
    await Promise.all([
      one.setVmMetadata(cid, { job: 'a', index: 0 }, context()),
      two.setVmMetadata(cid, { job: 'a', tag: 'ü' }, context()),
    ]);
    await one.setVmMetadata(cid, { job: 'b' }, context());
    const inventoryPath = `DC0/vm/BOSH_VMs/${cid}`;
    const ref = await on.vim.call('FindByInventoryPath', on.vim.content.searchIndex as Ref<'SearchIndex'>, { inventoryPath });
    const { customValue = [] } = await readProperties(on.vim, 'VirtualMachine', ref as Ref<'VirtualMachine'>, ['customValue']);
    const { field = [] } = await readProperties(
      on.vim,
      'CustomFieldsManager',
      on.vim.content.customFieldsManager as Ref<'CustomFieldsManager'>,
      ['field'],
    );
    const names = new Map(field.map(({ key, name }) => [key, name]));
    const values = customValue.map((one) => [names.get(one.key), 'value' in one ? one.value : undefined]);
    expect(Object.fromEntries(values)).toEqual({ job: 'b', index: '0', tag: 'ü' });
    expect(field.filter(({ name }) => name === 'job')).toHaveLength(1);
  });
});
