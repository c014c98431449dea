import type { Data, Ref, Vim } from '@bosh6/vim25';
import { listObjects } from '@bosh6/vim25';

/** Port groups of the VM's NICs, as vSphere says, by MAC in lower case. */
export async function nicsOf(vim: Vim, devices: readonly Data<'VirtualDevice'>[]): Promise<Map<string, string>> {
  const distributed = new Map<string, string>();
  for (const { properties } of await listObjects(vim, 'DistributedVirtualPortgroup', ['key', 'name']))
    distributed.set(String(properties.key), String(properties.name));
  const nics = new Map<string, string>();
  for (const device of devices) {
    if (!('macAddress' in device) || typeof device.macAddress !== 'string') continue;
    nics.set(device.macAddress.toLowerCase(), portGroupOf(device.backing, distributed));
  }
  return nics;
}

function portGroupOf(backing: Data<'VirtualDevice'>['backing'], distributed: ReadonlyMap<string, string>): string {
  if (backing?.$type === 'VirtualEthernetCardNetworkBackingInfo') return backing.deviceName;
  if (backing?.$type === 'VirtualEthernetCardDistributedVirtualPortBackingInfo') {
    const { portgroupKey } = backing.port;
    const name = portgroupKey === undefined ? undefined : distributed.get(portgroupKey);
    if (name !== undefined) return name;
  }
  throw new TypeError(`a NIC of kind ${backing?.$type ?? 'unknown'} has no port group that is known`);
}

export type VmRef = Ref<'VirtualMachine'>;
