import type { JsonObject } from '@bosh6/base';
import type { VmCid } from '@bosh6/cpi-protocol';
import { type Ref, readProperties, VSphereFault } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import { requireVm } from '../inventory/find-vm.js';
import { once, type Vcenter } from '../vcenter.js';

/** Custom attributes of the VM, one a key; attributes that vCenter lacks are defined. What is no text is written as JSON. */
export async function setVmMetadata(vcenter: Vcenter, cid: VmCid, metadata: JsonObject, directorUuid: string): Promise<void> {
  const vm = await requireVm(vcenter, cid, directorUuid);
  const manager = vcenter.vim.content.customFieldsManager;
  if (manager === undefined) return;
  for (const [name, value] of Object.entries(metadata)) {
    await doing(`custom attribute '${name}' of VM '${cid}'`, async () => {
      const key = await once(vcenter, `custom attribute ${name}`, () => fieldKey(vcenter, manager, name));
      await vcenter.vim.call('SetField', manager, { entity: vm, key, value: typeof value === 'string' ? value : JSON.stringify(value) });
    });
  }
}

async function fieldKey(vcenter: Vcenter, manager: Ref<'CustomFieldsManager'>, name: string): Promise<number> {
  const known = await lookUp(vcenter, manager, name);
  if (known !== undefined) return known;
  try {
    return (await vcenter.vim.call('AddCustomFieldDef', manager, { name, moType: 'VirtualMachine' })).key;
  } catch (error) {
    const other = VSphereFault.is(error, 'DuplicateName') ? await lookUp(vcenter, manager, name) : undefined;
    if (other === undefined) throw error;
    return other;
  }
}

async function lookUp({ vim }: Vcenter, manager: Ref<'CustomFieldsManager'>, name: string): Promise<number | undefined> {
  const { field = [] } = await readProperties(vim, 'CustomFieldsManager', manager, ['field']);
  return field.find((one) => one.name === name && (one.managedObjectType ?? 'VirtualMachine') === 'VirtualMachine')?.key;
}
