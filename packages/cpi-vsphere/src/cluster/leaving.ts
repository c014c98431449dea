import type { Data, Ref } from '@bosh6/vim25';
import type { ClusterChange, ClusterConfig } from './change-cluster.js';

type Group = Extract<Data<'ClusterGroupInfo'>, { $type?: 'ClusterVmGroup' }>;

/**
 * What is to change so that the VM is in none of these groups and none of them is empty; `undefined` when nothing is. It leaves first: whether a group is empty
 * then is read again, for another VM may have come meanwhile.
 */
export function leaving(
  vm: Ref<'VirtualMachine'>,
  names: readonly string[],
): (config: Partial<ClusterConfig>) => ClusterChange | undefined {
  return ({ group = [], rule = [] }) => {
    const own = group.filter((one) => one.$type === 'ClusterVmGroup' && names.includes(one.name)) as Group[];
    const edits = own.flatMap((one) => without(one, vm));
    if (edits.length > 0) return { groupSpec: edits };
    const empty = own.filter((one) => (one.vm ?? []).length === 0).map(({ name }) => name);
    if (empty.length === 0) return undefined;
    return {
      groupSpec: empty.map((name) => ({ operation: 'remove', removeKey: name })),
      rulesSpec: rule
        .filter((one) => one.$type === 'ClusterVmHostRuleInfo' && one.vmGroupName !== undefined && empty.includes(one.vmGroupName))
        .map(({ key }) => ({ operation: 'remove', removeKey: key })),
    };
  };
}

function without(group: Group, vm: Ref<'VirtualMachine'>): Data<'ClusterGroupSpec'>[] {
  const all = group.vm ?? [];
  const others = all.filter(({ value }) => value !== vm.value);
  return others.length === all.length ? [] : [{ operation: 'edit', info: { ...group, $type: 'ClusterVmGroup', vm: others } }];
}
