import type { Instance } from '@bosh6/director-api';
import { addressesOf } from '../deployments/addresses-of.js';
import { isoTime } from '../http/parse.js';
import type { InstanceRow, ReservationRow, VmRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** What the database knows of a deployment's instances; nobody is asked. */
export async function listInstances(read: Repositories, deploymentId: number): Promise<Instance[]> {
  const instances = await read.instances.all({ deploymentId });
  const { vms, ips } = await around(read, instances);
  return instances.map((instance) => {
    const vm = vms.find((candidate) => candidate.instanceId === instance.id && candidate.active);
    return { ...base(instance, vm, ips), expects_vm: instance.state !== 'detached' };
  });
}

/** One entry a VM, active or not. */
export async function listVms(read: Repositories, deploymentId: number): Promise<Instance[]> {
  const instances = await read.instances.all({ deploymentId });
  const { vms, ips } = await around(read, instances);
  return vms.flatMap((vm) => {
    const instance = instances.find((candidate) => candidate.id === vm.instanceId);
    if (instance === undefined) return [];
    return [{ ...base(instance, vm, ips), active: vm.active, permanent_nats_credentials: vm.permanentCredentials }];
  });
}

async function around(read: Repositories, instances: readonly InstanceRow[]): Promise<{ vms: VmRow[]; ips: ReservationRow[] }> {
  const ids = instances.map((instance) => instance.id);
  return { vms: await read.vms.allIn('instanceId', ids), ips: await read.reservations.allIn('instanceId', ids) };
}

function base(instance: InstanceRow, vm: VmRow | undefined, reservations: readonly ReservationRow[]): Instance {
  const own = vm === undefined ? [] : reservations.filter(({ vmId }) => vmId === vm.id);
  return {
    agent_id: vm?.agentId ?? null,
    cid: vm?.cid ?? null,
    job: instance.group,
    index: instance.index,
    id: instance.uuid,
    az: instance.az,
    ips: addressesOf(own, vm?.networks),
    vm_created_at: vm === undefined ? null : isoTime(vm.createdAt),
  };
}
