import type { Data, Ref } from '@bosh6/vim25';
import type { HostGroup } from '../properties/clusters.js';
import type { ClusterChange, ClusterConfig } from './change-cluster.js';

/** What a VM wants of its cluster's DRS. */
export interface ClusterWish {
  /** Name of the rule that keeps its VMs on different hosts. */
  apart?: string | undefined;
  /** Name of the group of VMs that it belongs to. */
  vmGroup?: string | undefined;
  /** Where it is to run. */
  hostGroup?: HostGroup | undefined;
}

type Group = Extract<Data<'ClusterGroupInfo'>, { $type?: 'ClusterVmGroup' }>;
type Apart = Extract<Data<'ClusterRuleInfo'>, { $type?: 'ClusterAntiAffinityRuleSpec' }>;
type Affinity = Extract<Data<'ClusterRuleInfo'>, { $type?: 'ClusterVmHostRuleInfo' }>;

/** The VM groups that a wish puts a VM into. */
export function groupsOf({ vmGroup, hostGroup }: ClusterWish): string[] {
  return [...(vmGroup === undefined ? [] : [vmGroup]), ...(hostGroup === undefined ? [] : [groupFor(hostGroup)])];
}

/** What is to change so that a cluster is as the VM wants it; `undefined` when nothing is. */
export function lackingFor(vm: Ref<'VirtualMachine'>, wish: ClusterWish): (config: Partial<ClusterConfig>) => ClusterChange | undefined {
  return ({ rule = [], group = [] }) => {
    const rulesSpec = [...apart(rule, vm, wish.apart), ...affinity(rule, wish.hostGroup)];
    const groupSpec = groupsOf(wish).flatMap((name) => member(group, vm, name));
    if (rulesSpec.length + groupSpec.length === 0) return undefined;
    return { ...(rulesSpec.length === 0 ? {} : { rulesSpec }), ...(groupSpec.length === 0 ? {} : { groupSpec }) };
  };
}

function member(groups: readonly Data<'ClusterGroupInfo'>[], vm: Ref<'VirtualMachine'>, name: string): Data<'ClusterGroupSpec'>[] {
  const there = groups.find((one) => one.name === name && one.$type === 'ClusterVmGroup') as Group | undefined;
  const vms = there?.vm ?? [];
  if (vms.some(({ value }) => value === vm.value)) return [];
  const info = { ...(there ?? { name }), $type: 'ClusterVmGroup' as const, vm: [...vms, vm] };
  return [{ operation: there === undefined ? 'add' : 'edit', info }];
}

function apart(rules: readonly Data<'ClusterRuleInfo'>[], vm: Ref<'VirtualMachine'>, name: string | undefined): Data<'ClusterRuleSpec'>[] {
  if (name === undefined) return [];
  const there = rules.find((rule) => rule.name === name && rule.$type === 'ClusterAntiAffinityRuleSpec') as Apart | undefined;
  if (there?.vm.some(({ value }) => value === vm.value)) return [];
  const info = { ...(there ?? { name, enabled: true }), $type: 'ClusterAntiAffinityRuleSpec' as const, vm: [...(there?.vm ?? []), vm] };
  return [{ operation: there === undefined ? 'add' : 'edit', info }];
}

/** The rule is the group's, made with its first VM. */
function affinity(rules: readonly Data<'ClusterRuleInfo'>[], hostGroup: HostGroup | undefined): Data<'ClusterRuleSpec'>[] {
  if (hostGroup === undefined) return [];
  const name = `${groupFor(hostGroup)}_rule`;
  if (rules.some((rule) => rule.name === name && rule.$type === 'ClusterVmHostRuleInfo')) return [];
  const info: Affinity = {
    $type: 'ClusterVmHostRuleInfo',
    name,
    enabled: true,
    mandatory: hostGroup.isMust,
    vmGroupName: groupFor(hostGroup),
    affineHostGroupName: hostGroup.name,
  };
  return [{ operation: 'add', info }];
}

function groupFor({ name, isMust }: HostGroup): string {
  return `${name}_${isMust ? 'MUST' : 'SHOULD'}_vm_group`;
}
