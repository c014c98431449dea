import { type Data, type Ref, readProperties } from '@bosh6/vim25';
import { once, type Vcenter } from '../vcenter.js';
import { changeCluster } from './change-cluster.js';

type Group = Extract<Data<'ClusterGroupInfo'>, { $type?: 'ClusterVmGroup' }>;

/**
 * Removes VM groups that are empty once the VM is gone, and the rules about them. A VM group of vSphere may be empty; one of a deployment that is gone is only in
 * the way. `pool` is where the VM was.
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
    const empty = group
      .filter((one) => one.$type === 'ClusterVmGroup' && names.includes(one.name) && isEmpty(one, vm))
      .map(({ name }) => name);
    const about = rule.filter((one) => one.$type === 'ClusterVmHostRuleInfo' && empty.includes(one.vmGroupName ?? ''));
    if (empty.length === 0) return undefined;
    return {
      rulesSpec: about.map(({ key }) => ({ operation: 'remove' as const, removeKey: key })),
      groupSpec: empty.map((name) => ({ operation: 'remove' as const, removeKey: name })),
    };
  });
}

function isEmpty(group: Group, vm: Ref<'VirtualMachine'>): boolean {
  return (group.vm ?? []).every(({ value }) => value === vm.value);
}
