import type { CreateMethod } from '@bosh6/cpi-protocol';
import { expect, it } from 'vitest';
import { type RunningTask, whatToDo } from './task-of.js';

const objects = { made: new Set(['vm-9']), from: new Set(['vm-1', 'resgroup-1', 'datacenter-1']) };
const task = (descriptionId: string, type: string, value: string, locked: RunningTask['locked'] = []): RunningTask => ({
  descriptionId,
  entity: { type, value },
  locked,
});

it.each<[string, CreateMethod, RunningTask, ReturnType<typeof whatToDo>]>([
  ['a clone of one of the stemcells', 'create_vm', task('VirtualMachine.clone', 'VirtualMachine', 'vm-1'), 'wait'],
  ['a clone of a VM that is no stemcell of ours', 'create_vm', task('VirtualMachine.clone', 'VirtualMachine', 'vm-2'), 'nothing'],
  ['another change of a stemcell', 'create_vm', task('VirtualMachine.createSnapshot', 'VirtualMachine', 'vm-1'), 'nothing'],
  ['whatever works on the VM itself', 'create_vm', task('VirtualMachine.powerOn', 'VirtualMachine', 'vm-9'), 'wait'],
  ['an import into our pool', 'create_stemcell', task('ResourcePool.ImportVAppLRO', 'ResourcePool', 'resgroup-1'), 'wait'],
  ['an import elsewhere', 'create_stemcell', task('ResourcePool.ImportVAppLRO', 'ResourcePool', 'resgroup-2'), 'nothing'],
  [
    'an import that holds the stemcell itself',
    'create_stemcell',
    task('ResourcePool.ImportVAppLRO', 'ResourcePool', 'resgroup-2', [{ type: 'VirtualMachine', value: 'vm-9' }]),
    'cancel',
  ],
  [
    'a disk of the manager',
    'create_disk',
    task('VirtualDiskManager.createVirtualDisk', 'VirtualDiskManager', 'virtualDiskManager'),
    'wait',
  ],
  ['a disk of our datacenter', 'create_disk', task('VirtualDiskManager.createVirtualDisk', 'Datacenter', 'datacenter-1'), 'wait'],
  ['a disk of another', 'create_disk', task('VirtualDiskManager.createVirtualDisk', 'Datacenter', 'datacenter-2'), 'nothing'],
  ['a disk of nothing that is told', 'create_disk', { ...task('VirtualDiskManager.createVirtualDisk', '', ''), entity: undefined }, 'wait'],
  ['a copy', 'snapshot_disk', task('VirtualDiskManager.copyVirtualDisk', 'Datacenter', 'datacenter-1'), 'wait'],
  ['the end of a disk', 'create_disk', task('VirtualDiskManager.deleteVirtualDisk', 'Datacenter', 'datacenter-1'), 'nothing'],
])('%s', (_what, method, running, todo) => {
  expect(whatToDo(method, running, objects)).toBe(todo);
});
