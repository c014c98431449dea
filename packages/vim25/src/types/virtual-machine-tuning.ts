import type { TypeTable } from '../schema/define.js';

/** Rarer parts of a virtual machine and its import, which a specification that the server made may hold. */
export const virtualMachineTuningTypes = {
  VAppConfigSpec: {
    extends: 'VmConfigSpec',
    fields: { entityConfig: 'VAppEntityConfigInfo[]?', annotation: 'string?', instanceUuid: 'string?', managedBy: 'ManagedByInfo?' },
  },
  LatencySensitivity: { fields: { level: 'LatencySensitivitySensitivityLevel', sensitivity: 'int?' } },
  VirtualMachineNetworkShaperInfo: { fields: { enabled: 'boolean?', peakBps: 'long?', averageBps: 'long?', burstSize: 'long?' } },
  VirtualMachineConsolePreferences: {
    fields: { powerOnWhenOpened: 'boolean?', enterFullScreenOnPowerOn: 'boolean?', closeOnPowerOffOrSuspend: 'boolean?' },
  },
  VirtualMachineDefaultPowerOpInfo: {
    fields: {
      powerOffType: 'string?',
      suspendType: 'string?',
      resetType: 'string?',
      defaultPowerOffType: 'string?',
      defaultSuspendType: 'string?',
      defaultResetType: 'string?',
      standbyAction: 'string?',
    },
  },
  VirtualMachineAffinityInfo: { fields: { affinitySet: 'int[]' } },
  VirtualMachineCpuIdInfoSpec: { extends: 'ArrayUpdateSpec', fields: { info: 'HostCpuIdInfo?' } },
  HostCpuIdInfo: { fields: { level: 'int', vendor: 'string?', eax: 'string?', ebx: 'string?', ecx: 'string?', edx: 'string?' } },
  VirtualDiskVFlashCacheConfigInfo: {
    fields: {
      vFlashModule: 'string?',
      reservationInMB: 'long?',
      cacheConsistencyType: 'string?',
      cacheMode: 'string?',
      blockSizeInKB: 'long?',
    },
  },
  VirtualMachineVirtualNuma: { fields: { coresPerNumaNode: 'int?', exposeVnumaOnCpuHotadd: 'boolean?' } },
  VirtualMachineSgxInfo: { fields: { epcSize: 'long', flcMode: 'string?', lePubKeyHash: 'string?', requireAttestation: 'boolean?' } },
  CryptoKeyId: { fields: { keyId: 'string', providerId: 'KeyProviderId?' } },
  KeyProviderId: { fields: { id: 'string' } },
  VirtualMachineVcpuConfig: { fields: { latencySensitivity: 'LatencySensitivity?' } },
  VirtualMachineFeatureRequirement: { fields: { key: 'string', featureName: 'string', value: 'string' } },
  OvfResourceMap: {
    fields: { source: 'string', parent: 'ref ResourcePool?', resourceSpec: 'ResourceConfigSpec?', datastore: 'ref Datastore?' },
  },
  OvfConsumerOstNode: {
    fields: {
      id: 'string',
      type: 'string',
      section: 'OvfConsumerOvfSection[]?',
      child: 'OvfConsumerOstNode[]?',
      entity: 'ref ManagedEntity?',
    },
  },
  VirtualSriovEthernetCardSriovBackingInfo: {
    extends: 'VirtualDeviceBackingInfo',
    fields: {
      physicalFunctionBacking: 'VirtualPCIPassthroughDeviceBackingInfo?',
      virtualFunctionBacking: 'VirtualPCIPassthroughDeviceBackingInfo?',
      virtualFunctionIndex: 'int?',
    },
  },
  VirtualMachineVMCIDeviceFilterSpec: {
    fields: {
      rank: 'long',
      action: 'string',
      protocol: 'string',
      direction: 'string',
      lowerDstPortBoundary: 'long?',
      upperDstPortBoundary: 'long?',
    },
  },
  VirtualMachineVMCIDeviceFilterInfo: { fields: { filters: 'VirtualMachineVMCIDeviceFilterSpec[]?' } },
  VirtualMachineVirtualPMem: { fields: { snapshotMode: 'string?' } },
  VirtualTPM: {
    extends: 'VirtualDevice',
    fields: { endorsementKeyCertificateSigningRequest: 'byte[]?', endorsementKeyCertificate: 'byte[]?' },
  },
  VirtualWDT: { extends: 'VirtualDevice', fields: { runOnBoot: 'boolean', running: 'boolean' } },
  VirtualParallelPort: { extends: 'VirtualDevice', fields: {} },
  VirtualUSB: {
    extends: 'VirtualDevice',
    fields: { connected: 'boolean', vendor: 'int?', product: 'int?', family: 'string[]?', speed: 'string[]?' },
  },
  VirtualSoundCard: { extends: 'VirtualDevice', fields: {} },
  VirtualHdAudioCard: { extends: 'VirtualSoundCard', fields: {} },
  VirtualEnsoniq1371: { extends: 'VirtualSoundCard', fields: {} },
  VirtualSoundBlaster16: { extends: 'VirtualSoundCard', fields: {} },
} as const satisfies TypeTable;
