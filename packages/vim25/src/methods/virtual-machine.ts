import type { MethodTable } from '../schema/define.js';

/** Virtual machines and their import. */
export const virtualMachineMethods = {
  CreateImportSpec: {
    on: 'OvfManager',
    params: { ovfDescriptor: 'string', resourcePool: 'ref ResourcePool', datastore: 'ref Datastore', cisp: 'OvfCreateImportSpecParams' },
    returns: 'OvfCreateImportSpecResult',
  },
  HttpNfcLeaseProgress: { on: 'HttpNfcLease', params: { percent: 'int' }, returns: 'void' },
  HttpNfcLeaseComplete: { on: 'HttpNfcLease', params: {}, returns: 'void' },
  HttpNfcLeaseAbort: { on: 'HttpNfcLease', params: { fault: 'LocalizedMethodFault?' }, returns: 'void' },
  ReconfigVM_Task: { on: 'VirtualMachine', params: { spec: 'VirtualMachineConfigSpec' }, returns: 'ref Task', result: 'void' },
  CreateSnapshot_Task: {
    on: 'VirtualMachine',
    params: { name: 'string', description: 'string?', memory: 'boolean', quiesce: 'boolean' },
    returns: 'ref Task',
    result: 'ref VirtualMachineSnapshot',
  },
  RemoveAllSnapshots_Task: {
    on: 'VirtualMachine',
    params: { consolidate: 'boolean?', spec: 'SnapshotSelectionSpec?' },
    returns: 'ref Task',
    result: 'void',
  },
  CloneVM_Task: {
    on: 'VirtualMachine',
    params: { folder: 'ref Folder', name: 'string', spec: 'VirtualMachineCloneSpec' },
    returns: 'ref Task',
    result: 'ref VirtualMachine',
  },
  RelocateVM_Task: {
    on: 'VirtualMachine',
    params: { spec: 'VirtualMachineRelocateSpec', priority: 'VirtualMachineMovePriority?' },
    returns: 'ref Task',
    result: 'void',
  },
  UpgradeVM_Task: { on: 'VirtualMachine', params: { version: 'string?' }, returns: 'ref Task', result: 'void' },
  PowerOnVM_Task: { on: 'VirtualMachine', params: { host: 'ref HostSystem?' }, returns: 'ref Task', result: 'void' },
  PowerOffVM_Task: { on: 'VirtualMachine', params: {}, returns: 'ref Task', result: 'void' },
  RebootGuest: { on: 'VirtualMachine', params: {}, returns: 'void' },
  ShutdownGuest: { on: 'VirtualMachine', params: {}, returns: 'void' },
  AnswerVM: { on: 'VirtualMachine', params: { questionId: 'string', answerChoice: 'string' }, returns: 'void' },
} as const satisfies MethodTable;
