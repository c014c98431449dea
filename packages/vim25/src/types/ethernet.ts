import type { TypeTable } from '../schema/define.js';

/** Network cards, their backings, networks. */
export const ethernetTypes = {
  VirtualEthernetCard: {
    abstract: true,
    extends: 'VirtualDevice',
    fields: {
      addressType: 'string?',
      macAddress: 'string?',
      wakeOnLanEnabled: 'boolean?',
      resourceAllocation: 'VirtualEthernetCardResourceAllocation?',
      externalId: 'string?',
      uptCompatibilityEnabled: 'boolean?',
      subnetId: 'string?',
    },
  },
  VirtualVmxnet: { extends: 'VirtualEthernetCard', fields: {} },
  VirtualVmxnet2: { extends: 'VirtualVmxnet', fields: {} },
  VirtualVmxnet3: {
    extends: 'VirtualVmxnet',
    fields: { uptv2Enabled: 'boolean?', strictLatencyConfig: 'VirtualVmxnet3StrictLatencyConfig?' },
  },
  VirtualE1000: { extends: 'VirtualEthernetCard', fields: {} },
  VirtualE1000e: { extends: 'VirtualEthernetCard', fields: {} },
  VirtualSriovEthernetCard: {
    extends: 'VirtualEthernetCard',
    fields: {
      allowGuestOSMtuChange: 'boolean?',
      sriovBacking: 'VirtualSriovEthernetCardSriovBackingInfo?',
      dvxBackingInfo: 'VirtualPCIPassthroughDvxBackingInfo?',
    },
  },
  VirtualPCNet32: { extends: 'VirtualEthernetCard', fields: {} },
  VirtualEthernetCardResourceAllocation: { fields: { reservation: 'long?', share: 'SharesInfo', limit: 'long?' } },
  VirtualEthernetCardNetworkBackingInfo: {
    extends: 'VirtualDeviceDeviceBackingInfo',
    fields: { network: 'ref Network?', inPassthroughMode: 'boolean?' },
  },
  VirtualEthernetCardDistributedVirtualPortBackingInfo: {
    extends: 'VirtualDeviceBackingInfo',
    fields: { port: 'DistributedVirtualSwitchPortConnection' },
  },
  VirtualEthernetCardOpaqueNetworkBackingInfo: {
    extends: 'VirtualDeviceBackingInfo',
    fields: { opaqueNetworkId: 'string', opaqueNetworkType: 'string' },
  },
  DistributedVirtualSwitchPortConnection: {
    fields: { switchUuid: 'string', portgroupKey: 'string?', portKey: 'string?', connectionCookie: 'int?' },
  },
  NetworkSummary: { fields: { network: 'ref Network?', name: 'string', accessible: 'boolean', ipPoolName: 'string', ipPoolId: 'int?' } },
  OpaqueNetworkSummary: { extends: 'NetworkSummary', fields: { opaqueNetworkId: 'string', opaqueNetworkType: 'string' } },
  DVSSummary: {
    fields: {
      name: 'string',
      uuid: 'string',
      numPorts: 'int',
      productInfo: 'DistributedVirtualSwitchProductSpec?',
      hostMember: 'ref HostSystem[]?',
      vm: 'ref VirtualMachine[]?',
      host: 'ref HostSystem[]?',
      portgroupName: 'string[]?',
      description: 'string?',
      contact: 'DVSContactInfo?',
      numHosts: 'int?',
    },
  },
} as const satisfies TypeTable;
