import { type Ref, readProperties } from '@bosh6/vim25';
import { once, type Vcenter } from '../vcenter.js';
import { changeCluster } from './change-cluster.js';
import { leaving } from './leaving.js';

/**
 * Takes a VM that is to be deleted out of its VM groups, and removes those that have none left, with the rules about them: the group of a deployment that is
 * gone is only in the way. `pool` is where the VM is.
 */
export async function leaveCluster(
  vcenter: Vcenter,
  cid: string,
  pool: Ref<'ResourcePool'>,
  names: readonly string[],
  vm: Ref<'VirtualMachine'>,
): Promise<void> {
  const { vim } = vcenter;
  const { owner } = await once(vcenter, `owner of ${pool.value}`, () => readProperties(vim, 'ResourcePool', pool, ['owner']));
  if (owner?.type !== 'ClusterComputeResource') return;
  await changeCluster(vcenter, owner, `groups of VM '${cid}'`, leaving(vm, names));
}
