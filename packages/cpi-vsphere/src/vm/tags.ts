import type { Ref } from '@bosh6/vim25';
import type { Vcenter } from '../vcenter.js';
import type { VmToMake } from './make-vm.js';

export async function attachTags(_vcenter: Vcenter, _wanted: Pick<VmToMake, 'properties'>, _vm: Ref<'VirtualMachine'>): Promise<void> {}
