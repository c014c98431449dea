import type { TypeTable } from '../schema/define.js';

/** Import of OVFs, leases for their disks. */
export const ovfTypes = {
  OvfManagerCommonParams: { fields: { locale: 'string', deploymentOption: 'string', msgBundle: 'KeyValue[]?', importOption: 'string[]?' } },
  OvfCreateImportSpecParams: {
    extends: 'OvfManagerCommonParams',
    fields: {
      entityName: 'string',
      hostSystem: 'ref HostSystem?',
      networkMapping: 'OvfNetworkMapping[]?',
      ipAllocationPolicy: 'string?',
      ipProtocol: 'string?',
      propertyMapping: 'KeyValue[]?',
      resourceMapping: 'OvfResourceMap[]?',
      diskProvisioning: 'string?',
      instantiationOst: 'OvfConsumerOstNode?',
    },
  },
  OvfCreateImportSpecResult: {
    fields: { importSpec: 'ImportSpec?', fileItem: 'OvfFileItem[]?', warning: 'LocalizedMethodFault[]?', error: 'LocalizedMethodFault[]?' },
  },
  OvfNetworkMapping: { fields: { name: 'string', network: 'ref Network' } },
  OvfFileItem: {
    fields: {
      deviceId: 'string',
      path: 'string',
      compressionMethod: 'string?',
      chunkSize: 'long?',
      size: 'long?',
      cimType: 'int',
      create: 'boolean',
    },
  },
  ImportSpec: { abstract: true, fields: { entityConfig: 'VAppEntityConfigInfo?', instantiationOst: 'OvfConsumerOstNode?' } },
  VirtualMachineImportSpec: {
    extends: 'ImportSpec',
    fields: { configSpec: 'VirtualMachineConfigSpec', resPoolEntity: 'ref ResourcePool?' },
  },
  VAppEntityConfigInfo: {
    fields: {
      key: 'ref ManagedEntity?',
      tag: 'string?',
      startOrder: 'int?',
      startDelay: 'int?',
      waitingForGuest: 'boolean?',
      startAction: 'string?',
      stopDelay: 'int?',
      stopAction: 'string?',
      destroyWithParent: 'boolean?',
    },
  },
  HttpNfcLeaseInfo: {
    fields: {
      lease: 'ref HttpNfcLease',
      entity: 'ref ManagedEntity',
      deviceUrl: 'HttpNfcLeaseDeviceUrl[]?',
      totalDiskCapacityInKB: 'long',
      leaseTimeout: 'int',
      hostMap: 'HttpNfcLeaseDatastoreLeaseInfo[]?',
    },
  },
  HttpNfcLeaseDeviceUrl: {
    fields: {
      key: 'string',
      importKey: 'string',
      url: 'string',
      sslThumbprint: 'string',
      sslCertificate: 'string?',
      disk: 'boolean?',
      targetId: 'string?',
      datastoreKey: 'string?',
      fileSize: 'long?',
    },
  },
  HttpNfcLeaseDatastoreLeaseInfo: { fields: { datastoreKey: 'string', hosts: 'HttpNfcLeaseHostInfo[]' } },
  HttpNfcLeaseHostInfo: { fields: { url: 'string', sslThumbprint: 'string' } },
  HttpNfcLeaseManifestEntry: {
    fields: {
      key: 'string',
      sha1: 'string',
      checksum: 'string?',
      checksumType: 'string?',
      size: 'long',
      disk: 'boolean',
      capacity: 'long?',
      populatedSize: 'long?',
    },
  },
} as const satisfies TypeTable;
