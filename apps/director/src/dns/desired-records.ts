import { isJsonObject, type JsonObject } from '@bosh6/base';
import { canonicalName } from '@bosh6/formats';
import { IpAddress } from '@bosh6/ip';
import { ownNetworkName } from '@bosh6/plan';
import type { DeploymentRow, DnsRecordRow, InstanceSummary, VmRow } from '../persistence/rows/index.js';

export type DnsRecord = Omit<DnsRecordRow, 'id'>;

/**
 * The records of a deployment: one for each address of each instance that has a VM, of both families under the network's own name, so that A and AAAA
 * answer for one name. Delegated prefixes are there by their first address.
 */
export function* desiredRecords(
  deployment: Pick<DeploymentRow, 'id' | 'name'>,
  instances: readonly InstanceSummary[],
  vms: readonly VmRow[],
): Generator<DnsRecord> {
  const active = new Map(vms.flatMap((vm) => (vm.active && vm.cid !== null ? [[vm.instanceId, vm] as const] : [])));
  for (const instance of instances) {
    const vm = active.get(instance.id);
    const networks = isJsonObject(vm?.networks) ? (vm.networks as Record<string, JsonObject>) : {};
    for (const [entry, settings] of Object.entries(networks)) {
      const address = typeof settings.ip === 'string' ? IpAddress.tryParse(settings.ip) : undefined;
      if (vm === undefined || address === undefined) continue;
      yield {
        deploymentId: deployment.id,
        deployment: canonicalName(deployment.name),
        instanceId: instance.id,
        uuid: instance.uuid,
        group: canonicalName(instance.group),
        index: instance.index,
        az: instance.az,
        network: canonicalName(ownNetworkName(entry, networks)),
        family: address.family,
        address: Buffer.from(address.toBytes16()).toString('hex'),
        agentId: vm.agentId,
      };
    }
  }
}

/** Equal for records that say the same. */
export function recordKey({ instanceId, uuid, group, index, az, network, family, address, agentId, deployment }: DnsRecord): string {
  return JSON.stringify([instanceId, uuid, group, index, az, network, family, address, agentId, deployment]);
}
