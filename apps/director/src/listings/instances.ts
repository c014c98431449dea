import type { Instance } from '@bosh6/director-api';
import { addressesOf } from '../deployments/addresses-of.js';
import { isoTime } from '../http/parse.js';
import type { ListedAddress, ListedInstance } from '../persistence/repositories/instance-repository.js';
import type { Repositories } from '../persistence/store.js';

/** What the database knows of a deployment's instances; nobody is asked. */
export async function listInstances({ instances }: Repositories, deploymentId: number): Promise<Instance[]> {
  const [rows, addresses] = [await instances.listed(deploymentId), await instances.listedAddresses(deploymentId)];
  return rows.map((row) => ({ ...base(row, addresses), expects_vm: row.state !== 'detached' }));
}

/** One entry a VM, active or not. */
export async function listVms({ instances }: Repositories, deploymentId: number): Promise<Instance[]> {
  const [rows, addresses] = [await instances.listedVms(deploymentId), await instances.listedAddresses(deploymentId)];
  return rows.map((row) => ({
    ...base(row, addresses),
    active: row.vm?.active === true,
    permanent_nats_credentials: row.vm?.permanentCredentials === true,
  }));
}

function base({ uuid, group, index, az, vm }: ListedInstance, addresses: ReadonlyMap<number, readonly ListedAddress[]>): Instance {
  return {
    agent_id: vm?.agentId ?? null,
    cid: vm?.cid ?? null,
    job: group,
    index,
    id: uuid,
    az,
    ips: addressesOf(vm === undefined ? [] : (addresses.get(vm.id) ?? []), vm?.networks),
    vm_created_at: vm === undefined ? null : isoTime(vm.createdAt),
  };
}
