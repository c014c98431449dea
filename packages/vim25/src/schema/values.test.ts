import { describe, expectTypeOf, it } from 'vitest';
import type { Arguments, Data, Long, PropertyValue, Ref, Returned, Target, TaskResult } from './values.js';

// The compiler is what tests here: `npm run build` fails where one of these is not so.
describe('the types that the tables make', () => {
  it('have required and optional fields, lists, inherited fields and tags', () => {
    expectTypeOf<Data<'SharesInfo'>>().toExtend<{ $type?: 'SharesInfo'; shares: number; level: 'low' | 'normal' | 'high' | 'custom' }>();
    expectTypeOf<Data<'PropertySpec'>['pathSet']>().toEqualTypeOf<string[] | undefined>();
    expectTypeOf<Data<'VirtualMachineConfigSpec'>['memoryMB']>().toEqualTypeOf<Long | undefined>();
    expectTypeOf<{ key: string; value: 1 }>().toExtend<Data<'OptionValue'>>();
    // @ts-expect-error a key that no field has
    const odd: Data<'OptionValue'> = { key: 'a', value: 1, odd: 2 };
    void odd;
  });

  it('are unions told apart by $type, of which the abstract ones are none', () => {
    const read = (device: Data<'VirtualDevice'>): Long | undefined => (device.$type === 'VirtualDisk' ? device.capacityInKB : undefined);
    void read;
    expectTypeOf<{ key: number }>().not.toExtend<Data<'VirtualDevice'>>();
    expectTypeOf<{ $type: 'VirtualVmxnet3'; key: number }>().toExtend<Data<'VirtualDevice'>>();
    expectTypeOf<{ $type: 'OptionValue'; key: string; value: 1 }>().not.toExtend<Data<'VirtualDevice'>>();
  });

  it('keep references of one class from standing for another, but take those that extend it', () => {
    expectTypeOf<Ref<'StoragePod'>>().toExtend<Ref<'Folder'>>();
    expectTypeOf<Ref<'VirtualMachine'>>().toExtend<Target<'Destroy_Task'>>();
    expectTypeOf<Ref<'Folder'>>().not.toExtend<Ref<'StoragePod'>>();
    expectTypeOf<Ref<'Datastore'>>().not.toExtend<Target<'PowerOnVM_Task'>>();
    expectTypeOf<Ref<'Datastore'>>().toExtend<Ref>();
  });

  it('give methods their arguments and results', () => {
    expectTypeOf<Arguments<'CreateFolder'>>().toExtend<{ name: string }>();
    expectTypeOf<Returned<'FindByInventoryPath'>>().toEqualTypeOf<Ref | undefined>();
    expectTypeOf<Returned<'CloneVM_Task'>>().toEqualTypeOf<Ref<'Task'>>();
    expectTypeOf<TaskResult<'CloneVM_Task'>>().toEqualTypeOf<Ref<'VirtualMachine'>>();
    expectTypeOf<TaskResult<'Destroy_Task'>>().toEqualTypeOf<undefined>();
  });

  it('give properties by their path', () => {
    expectTypeOf<PropertyValue<'VirtualMachine', 'name'>>().toEqualTypeOf<string>();
    expectTypeOf<PropertyValue<'VirtualMachine', 'runtime.powerState'>>().toEqualTypeOf<'poweredOff' | 'poweredOn' | 'suspended'>();
    expectTypeOf<PropertyValue<'VirtualMachine', 'config.hardware.numCPU'>>().toEqualTypeOf<number>();
    expectTypeOf<PropertyValue<'Datastore', 'summary.freeSpace'>>().toEqualTypeOf<Long>();
    expectTypeOf<PropertyValue<'DistributedVirtualPortgroup', 'config.logicalSwitchUuid'>>().toEqualTypeOf<string>();
    expectTypeOf<PropertyValue<'VirtualMachine', 'no.such.path'>>().toEqualTypeOf<unknown>();
  });
});
