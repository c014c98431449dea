import type { MethodTable } from '../schema/define.js';

/** Datastores, files, virtual disks. */
export const storageMethods = {
  MakeDirectory: {
    on: 'FileManager',
    params: { name: 'string', datacenter: 'ref Datacenter?', createParentDirectories: 'boolean?' },
    returns: 'void',
  },
  DeleteDatastoreFile_Task: {
    on: 'FileManager',
    params: { name: 'string', datacenter: 'ref Datacenter?' },
    returns: 'ref Task',
    result: 'void',
  },
  MoveDatastoreFile_Task: {
    on: 'FileManager',
    params: {
      sourceName: 'string',
      sourceDatacenter: 'ref Datacenter?',
      destinationName: 'string',
      destinationDatacenter: 'ref Datacenter?',
      force: 'boolean?',
    },
    returns: 'ref Task',
    result: 'void',
  },
  SearchDatastore_Task: {
    on: 'HostDatastoreBrowser',
    params: { datastorePath: 'string', searchSpec: 'HostDatastoreBrowserSearchSpec?' },
    returns: 'ref Task',
    result: 'HostDatastoreBrowserSearchResults',
  },
  SearchDatastoreSubFolders_Task: {
    on: 'HostDatastoreBrowser',
    params: { datastorePath: 'string', searchSpec: 'HostDatastoreBrowserSearchSpec?' },
    returns: 'ref Task',
    result: 'HostDatastoreBrowserSearchResults[]',
  },
  CreateVirtualDisk_Task: {
    on: 'VirtualDiskManager',
    params: { name: 'string', datacenter: 'ref Datacenter?', spec: 'VirtualDiskSpec' },
    returns: 'ref Task',
    result: 'string',
  },
  MoveVirtualDisk_Task: {
    on: 'VirtualDiskManager',
    params: {
      sourceName: 'string',
      sourceDatacenter: 'ref Datacenter?',
      destName: 'string',
      destDatacenter: 'ref Datacenter?',
      force: 'boolean?',
      profile: 'VirtualMachineProfileSpec[]?',
    },
    returns: 'ref Task',
    result: 'string?',
  },
  CopyVirtualDisk_Task: {
    on: 'VirtualDiskManager',
    params: {
      sourceName: 'string',
      sourceDatacenter: 'ref Datacenter?',
      destName: 'string',
      destDatacenter: 'ref Datacenter?',
      destSpec: 'VirtualDiskSpec?',
      force: 'boolean?',
    },
    returns: 'ref Task',
    result: 'string?',
  },
  DeleteVirtualDisk_Task: {
    on: 'VirtualDiskManager',
    params: { name: 'string', datacenter: 'ref Datacenter?' },
    returns: 'ref Task',
    result: 'void',
  },
  ExtendVirtualDisk_Task: {
    on: 'VirtualDiskManager',
    params: { name: 'string', datacenter: 'ref Datacenter?', newCapacityKb: 'long', eagerZero: 'boolean?' },
    returns: 'ref Task',
    result: 'void',
  },
  QueryVirtualDiskUuid: { on: 'VirtualDiskManager', params: { name: 'string', datacenter: 'ref Datacenter?' }, returns: 'string' },
  RecommendDatastores: { on: 'StorageResourceManager', params: { storageSpec: 'StoragePlacementSpec' }, returns: 'StoragePlacementResult' },
  CancelRecommendation: { on: 'StorageResourceManager', params: { key: 'string' }, returns: 'void' },
  ConfigureStorageDrsForPod_Task: {
    on: 'StorageResourceManager',
    params: { pod: 'ref StoragePod', spec: 'StorageDrsConfigSpec', modify: 'boolean' },
    returns: 'ref Task',
    result: 'void',
  },
} as const satisfies MethodTable;
