import type { AgentArguments } from '@bosh6/agent-protocol';
import type { Json } from '@bosh6/base';
import type { DiskCid, VmCid } from '@bosh6/cpi-protocol';
import { isNameOf } from '../cpi/same-cpi.js';
import { agentOf } from '../engine/intents.js';
import type { Scope } from '../engine/scope.js';
import type { DynamicDiskRow, VmRow } from '../persistence/rows/index.js';
import { detachFromVm } from './detach-from-vm.js';
import { fail } from './errors.js';
import { withVm } from './with-vm.js';

/**
 * Gives a VM a dynamic disk of its instance, also one that a former VM still has, and has the agent link it. Repeatable. A disk that was taken from the
 * instance meanwhile stays away. The row names the VM before the CPI is called, so that whoever takes the VM away takes the disk off it, whatever came of the call.
 */
export async function attachToVm(scope: Scope, vm: VmRow, disk: DynamicDiskRow): Promise<void> {
  const { store } = scope.collaborators;
  if (disk.vmCid !== vm.cid) await detachFromVm(scope, disk);
  await withVm(scope, vm.cid ?? '', async () => {
    const claimed = await claim(scope, vm, disk.id);
    if (claimed === undefined) return;
    let hint = claimed.hint as AgentArguments<'add_dynamic_disk'>[1] | null;
    if (hint === null) {
      const options = { stemcellApiVersion: vm.stemcellApiVersion };
      hint = await scope.cpi(vm.cpi).call('attachDisk', [vm.cid as VmCid, claimed.cid as DiskCid], options);
      const known = hint as Json;
      await store.write((tx) => tx.dynamicDisks.update({ id: claimed.id }, { hint: known }));
    }
    await scope.agent(vm.agentId).call('add_dynamic_disk', [claimed.cid, hint]);
  });
}

/** Those that an instance has, for a VM that it has got. */
export async function attachAllToVm(scope: Scope, vm: VmRow): Promise<void> {
  for (const disk of await scope.collaborators.store.read.dynamicDisks.all({ instanceId: vm.instanceId }))
    await attachToVm(scope, vm, disk);
}

/** Throws DynamicDiskRefused where the VM is on its way out, or another CPI's. */
async function claim(scope: Scope, vm: VmRow, id: number): Promise<DynamicDiskRow | undefined> {
  const { store, cpis } = scope.collaborators;
  const cpi = (await cpis.known()).find(({ name }) => name === vm.cpi) ?? { name: vm.cpi, formerNames: [] };
  return store.write(async (tx) => {
    const disk = await tx.dynamicDisks.find({ id });
    if (disk === undefined || disk.instanceId !== vm.instanceId) return undefined;
    const what = `dynamic disk '${disk.name}' cannot be attached to VM ${vm.cid}`;
    const isLeaving = (await tx.intents.all({ kind: 'delete_vm', state: 'open' })).some((intent) => agentOf(intent) === vm.agentId);
    if (isLeaving || (await tx.vms.find({ agentId: vm.agentId, active: true })) === undefined)
      throw fail('DynamicDiskRefused', `${what}, which is being deleted`, { hint: 'ask again once the instance has its next VM' });
    if (disk.vmCid !== null && disk.vmCid !== vm.cid)
      throw fail('DynamicDiskRefused', `${what}: VM ${disk.vmCid} has it`, { hint: 'detach it first' });
    if (!isNameOf(cpi, disk.cpi)) throw fail('DynamicDiskRefused', `${what}: it is with CPI '${disk.cpi}', that VM with CPI '${vm.cpi}'`);
    if (disk.vmCid === null) await tx.dynamicDisks.update({ id }, { vmCid: vm.cid, hint: null });
    return disk;
  });
}
