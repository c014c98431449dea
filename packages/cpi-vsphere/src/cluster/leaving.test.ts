import type { Data, Ref } from '@bosh6/vim25';
import { expect, it } from 'vitest';
import { leaving } from './leaving.js';

const vm: Ref<'VirtualMachine'> = { type: 'VirtualMachine', value: 'vm-1' };
const other: Ref<'VirtualMachine'> = { type: 'VirtualMachine', value: 'vm-2' };
const group = (name: string, ...members: Ref<'VirtualMachine'>[]): Data<'ClusterGroupInfo'> => ({
  $type: 'ClusterVmGroup',
  name,
  vm: members,
});
const rule = [{ $type: 'ClusterVmHostRuleInfo' as const, key: 3, name: 'r', vmGroupName: 'g', affineHostGroupName: 'h' }];
const next = leaving(vm, ['g']);

it('takes the VM out before a group is removed, also the last one', () => {
  const [edit, ...more] = next({ group: [group('g', vm)], rule })?.groupSpec ?? [];
  expect([edit, more]).toEqual([{ operation: 'edit', info: { $type: 'ClusterVmGroup', name: 'g', vm: [] } }, []]);
  expect(next({ group: [group('g', vm, other)] })?.groupSpec).toMatchObject([{ operation: 'edit', info: { vm: [other] } }]);
});

it('removes a group that is empty then, with the rules about it', () => {
  expect(next({ group: [group('g')], rule })).toEqual({
    groupSpec: [{ operation: 'remove', removeKey: 'g' }],
    rulesSpec: [{ operation: 'remove', removeKey: 3 }],
  });
});

it('leaves one that another VM joined meanwhile, those of other names, and groups of hosts', () => {
  expect(next({ group: [group('g', other), group('f', vm), { $type: 'ClusterHostGroup', name: 'g' }], rule })).toBeUndefined();
  expect(next({})).toBeUndefined();
});
