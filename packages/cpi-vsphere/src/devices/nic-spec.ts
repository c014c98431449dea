import type { Data, Ref } from '@bosh6/vim25';

/** What a network is in vSphere, as far as a NIC must know. */
export type NetworkObject =
  | { kind: 'standard'; name: string; ref: Ref<'Network'> }
  | { kind: 'distributed'; name: string; ref: Ref<'DistributedVirtualPortgroup'>; switchUuid: string; portgroupKey: string }
  | { kind: 'opaque'; name: string; ref: Ref<'Network'>; networkId: string };

/** A card with a MAC of ours. */
export function addNic(key: number, pciKey: number, mac: string, network: NetworkObject): Data<'VirtualDeviceConfigSpec'> {
  return {
    operation: 'add',
    device: {
      $type: 'VirtualVmxnet3',
      key,
      controllerKey: pciKey,
      addressType: 'manual',
      macAddress: mac,
      backing: backingFor(network),
      connectable: { startConnected: true, allowGuestControl: true, connected: true },
    },
  };
}

export function backingFor(network: NetworkObject): Data<'VirtualDeviceBackingInfo'> {
  switch (network.kind) {
    case 'standard':
      return { $type: 'VirtualEthernetCardNetworkBackingInfo', deviceName: network.name, network: network.ref };
    case 'distributed':
      return {
        $type: 'VirtualEthernetCardDistributedVirtualPortBackingInfo',
        port: { switchUuid: network.switchUuid, portgroupKey: network.portgroupKey },
      };
    case 'opaque':
      return {
        $type: 'VirtualEthernetCardOpaqueNetworkBackingInfo',
        opaqueNetworkId: network.networkId,
        opaqueNetworkType: 'nsx.LogicalSwitch',
      };
  }
}
