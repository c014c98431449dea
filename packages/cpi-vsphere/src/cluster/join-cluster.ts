import { isJsonObject, type Json } from '@bosh6/base';
import type { Ref } from '@bosh6/vim25';
import type { Cluster } from '../inventory/read-clusters.js';
import type { VmProperties } from '../properties/vm-properties.js';
import type { Vcenter } from '../vcenter.js';
import { changeCluster } from './change-cluster.js';
import { type ClusterWish, groupsOf, lackingFor } from './lacking.js';

/** What a VM's type and AZ, and for a rule of its instance group the CPI's properties, want of its cluster. */
export function wishOf(vcenter: Vcenter, { place }: Cluster, properties: VmProperties, env: { [key: string]: Json }): ClusterWish {
  const isAutomatic = vcenter.properties.vcenter.enable_auto_anti_affinity_drs_rules;
  return {
    apart: place.separateVms ?? (isAutomatic ? groupOf(env) : undefined),
    vmGroup: properties.vm_group,
    hostGroup: place.hostGroup,
  };
}

/** Puts the VM into the DRS rules and groups that it wants. */
export async function joinCluster(
  vcenter: Vcenter,
  { name, ref }: Cluster,
  cid: string,
  wish: ClusterWish,
  vm: Ref<'VirtualMachine'>,
): Promise<void> {
  const { apart } = wish;
  const names = [...(apart === undefined ? [] : [`DRS rule '${apart}'`]), ...groupsOf(wish).map((group) => `VM group '${group}'`)];
  if (names.length === 0) return;
  await changeCluster(vcenter, ref, `${names.join(' and ')} of cluster '${name}' for VM '${cid}'`, lackingFor(vm, wish));
}

/** Keeps DRS from moving the VM once it runs. */
export async function disableDrs(vcenter: Vcenter, { name, ref }: Cluster, cid: string, vm: Ref<'VirtualMachine'>): Promise<void> {
  await changeCluster(vcenter, ref, `VM '${cid}' without DRS in cluster '${name}'`, ({ drsVmConfig = [] }) => {
    const there = drsVmConfig.find(({ key }) => key.value === vm.value);
    if (there?.enabled === false) return undefined;
    const info = { ...(there ?? { key: vm }), enabled: false };
    return { drsVmConfigSpec: [{ operation: there === undefined ? 'add' : 'edit', info }] };
  });
}

function groupOf(env: { [key: string]: Json }): string | undefined {
  const group = isJsonObject(env.bosh) ? env.bosh.group : undefined;
  return typeof group === 'string' ? group : undefined;
}
