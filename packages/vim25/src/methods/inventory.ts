import type { MethodTable } from '../schema/define.js';

/** Finding, reading and arranging the inventory. */
export const inventoryMethods = {
  FindByInventoryPath: { on: 'SearchIndex', params: { inventoryPath: 'string' }, returns: 'ref?' },
  FindAllByIp: { on: 'SearchIndex', params: { datacenter: 'ref Datacenter?', ip: 'string', vmSearch: 'boolean' }, returns: 'ref[]' },
  FindByUuid: {
    on: 'SearchIndex',
    params: { datacenter: 'ref Datacenter?', uuid: 'string', vmSearch: 'boolean', instanceUuid: 'boolean?' },
    returns: 'ref?',
  },
  CreateContainerView: {
    on: 'ViewManager',
    params: { container: 'ref ManagedEntity', type: 'string[]?', recursive: 'boolean' },
    returns: 'ref ContainerView',
  },
  CreateListView: { on: 'ViewManager', params: { obj: 'ref[]?' }, returns: 'ref ListView' },
  ModifyListView: { on: 'ListView', params: { add: 'ref[]?', remove: 'ref[]?' }, returns: 'ref[]' },
  DestroyView: { on: 'View', params: {}, returns: 'void' },
  CreatePropertyCollector: { on: 'PropertyCollector', params: {}, returns: 'ref PropertyCollector' },
  DestroyPropertyCollector: { on: 'PropertyCollector', params: {}, returns: 'void' },
  RetrievePropertiesEx: {
    on: 'PropertyCollector',
    params: { specSet: 'PropertyFilterSpec[]', options: 'RetrieveOptions' },
    returns: 'RetrieveResult?',
  },
  ContinueRetrievePropertiesEx: { on: 'PropertyCollector', params: { token: 'string' }, returns: 'RetrieveResult' },
  CancelRetrievePropertiesEx: { on: 'PropertyCollector', params: { token: 'string' }, returns: 'void' },
  CreateFilter: {
    on: 'PropertyCollector',
    params: { spec: 'PropertyFilterSpec', partialUpdates: 'boolean' },
    returns: 'ref PropertyFilter',
  },
  DestroyPropertyFilter: { on: 'PropertyFilter', params: {}, returns: 'void' },
  WaitForUpdatesEx: { on: 'PropertyCollector', params: { version: 'string?', options: 'WaitOptions?' }, returns: 'UpdateSet?' },
  CancelWaitForUpdates: { on: 'PropertyCollector', params: {}, returns: 'void' },
  CancelTask: { on: 'Task', params: {}, returns: 'void' },
  CreateFolder: { on: 'Folder', params: { name: 'string' }, returns: 'ref Folder' },
  MoveIntoFolder_Task: { on: 'Folder', params: { list: 'ref ManagedEntity[]' }, returns: 'ref Task', result: 'void' },
  CreateVM_Task: {
    on: 'Folder',
    params: { config: 'VirtualMachineConfigSpec', pool: 'ref ResourcePool', host: 'ref HostSystem?' },
    returns: 'ref Task',
    result: 'ref VirtualMachine',
  },
  ImportVApp: {
    on: 'ResourcePool',
    params: { spec: 'ImportSpec', folder: 'ref Folder?', host: 'ref HostSystem?' },
    returns: 'ref HttpNfcLease',
  },
  CreateResourcePool: { on: 'ResourcePool', params: { name: 'string', spec: 'ResourceConfigSpec' }, returns: 'ref ResourcePool' },
  PowerOnMultiVM_Task: {
    on: 'Datacenter',
    params: { vm: 'ref VirtualMachine[]', option: 'OptionValue[]?' },
    returns: 'ref Task',
    result: 'ClusterPowerOnVmResult',
  },
  Destroy_Task: { on: 'ManagedEntity', params: {}, returns: 'ref Task', result: 'void' },
  Rename_Task: { on: 'ManagedEntity', params: { newName: 'string' }, returns: 'ref Task', result: 'void' },
  ReconfigureComputeResource_Task: {
    on: 'ComputeResource',
    params: { spec: 'ComputeResourceConfigSpec', modify: 'boolean' },
    returns: 'ref Task',
    result: 'void',
  },
} as const satisfies MethodTable;
