import { type Data, type Ref, readProperties } from '@bosh6/vim25';
import { once, type Vcenter } from '../vcenter.js';
import { changeCluster } from './change-cluster.js';

type Group = Extract<Data<'ClusterGroupInfo'>, { $type?: 'ClusterVmGroup' }>;

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
  await changeCluster(vcenter, owner, `groups of VM '${cid}'`, ({ group = [], rule = [] }) => {
    const own = group.filter((one) => one.$type === 'ClusterVmGroup' && names.includes(one.name)) as Group[];
    const groupSpec = own.flatMap((one) => without(one, vm));
    const isRemoved = (name: string | undefined) => name !== undefined && groupSpec.some(({ removeKey }) => removeKey === name);
    const rulesSpec = rule
      .filter((one) => one.$type === 'ClusterVmHostRuleInfo' && isRemoved(one.vmGroupName))
      .map(({ key }) => ({ operation: 'remove' as const, removeKey: key }));
    return groupSpec.length === 0 ? undefined : { rulesSpec, groupSpec };
  });
}

function without(group: Group, vm: Ref<'VirtualMachine'>): Data<'ClusterGroupSpec'>[] {
  const all = group.vm ?? [];
  const others = all.filter(({ value }) => value !== vm.value);
  if (others.length === 0) return [{ operation: 'remove', removeKey: group.name }];
  return others.length === all.length ? [] : [{ operation: 'edit', info: { ...group, $type: 'ClusterVmGroup', vm: others } }];
}
