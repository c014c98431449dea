import { cpiError } from '@bosh6/cpi-protocol';
import type { Data, Ref } from '@bosh6/vim25';
import { readConfig } from '../cluster/change-cluster.js';
import type { ClusterPlace } from '../properties/clusters.js';
import type { Vcenter } from '../vcenter.js';

type HostGroupInfo = Extract<Data<'ClusterGroupInfo'>, { $type?: 'ClusterHostGroup' }>;

/** Ids of the hosts that VMs of this place must be on; `undefined` where any will do. Throws CpiError for a host group that the cluster lacks. */
export async function mandatoryHosts(
  vcenter: Vcenter,
  { name, hostGroup }: ClusterPlace,
  cluster: Ref<'ComputeResource'>,
): Promise<ReadonlySet<string> | undefined> {
  if (hostGroup === undefined) return undefined;
  const { group = [] } = await readConfig(vcenter, cluster as Ref<'ClusterComputeResource'>);
  const hosts = group.filter((one) => one.$type === 'ClusterHostGroup') as HostGroupInfo[];
  const found = hosts.find((one) => one.name === hostGroup.name);
  if (found === undefined) {
    const known = hosts.map((one) => `'${one.name}'`).join(', ');
    throw cpiError('CpiError', `cluster '${name}' has no host group '${hostGroup.name}'${known === '' ? '' : `; it has ${known}`}`, {
      where: { object: `cluster ${name}` },
    });
  }
  return hostGroup.isMust ? new Set((found.host ?? []).map(({ value }) => value)) : undefined;
}
