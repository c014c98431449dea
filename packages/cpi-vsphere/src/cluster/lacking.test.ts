import type { Ref } from '@bosh6/vim25';
import { expect, it } from 'vitest';
import { groupsOf, lackingFor } from './lacking.js';

const vm: Ref<'VirtualMachine'> = { type: 'VirtualMachine', value: 'vm-1' };
const other: Ref<'VirtualMachine'> = { type: 'VirtualMachine', value: 'vm-2' };
const wish = { apart: 'a', vmGroup: 'g', hostGroup: { name: 'h', isMust: true } };

it('changes nothing for a VM that wants nothing, and nothing twice', () => {
  expect(lackingFor(vm, {})({ rule: [], group: [] })).toBeUndefined();
  const change = lackingFor(vm, wish)({});
  const done = { rule: change?.rulesSpec?.map(({ info }) => info as never), group: change?.groupSpec?.map(({ info }) => info as never) };
  expect(lackingFor(vm, wish)(done as never)).toBeUndefined();
});

it('adds to the rules and groups that are there, and keeps what they hold', () => {
  const change = lackingFor(
    vm,
    wish,
  )({
    rule: [{ $type: 'ClusterAntiAffinityRuleSpec', name: 'a', key: 7, enabled: false, vm: [other] }],
    group: [{ $type: 'ClusterVmGroup', name: 'g', vm: [other] }],
  });
  expect(change?.rulesSpec).toMatchObject([
    { operation: 'edit', info: { key: 7, enabled: false, vm: [other, vm] } },
    {
      operation: 'add',
      info: { $type: 'ClusterVmHostRuleInfo', mandatory: true, vmGroupName: 'h_MUST_vm_group', affineHostGroupName: 'h' },
    },
  ]);
  expect(change?.groupSpec).toMatchObject([
    { operation: 'edit', info: { name: 'g', vm: [other, vm] } },
    { operation: 'add', info: { name: 'h_MUST_vm_group', vm: [vm] } },
  ]);
});

it('takes a group of hosts, or a rule of another kind, for none of its own', () => {
  const change = lackingFor(vm, { apart: 'x', vmGroup: 'x' })({
    rule: [{ $type: 'ClusterAffinityRuleSpec', name: 'x', vm: [vm] }],
    group: [{ $type: 'ClusterHostGroup', name: 'x' }],
  });
  expect([change?.rulesSpec?.[0]?.operation, change?.groupSpec?.[0]?.operation]).toEqual(['add', 'add']);
});

it('names the groups by what their rule demands', () => {
  expect(groupsOf({ hostGroup: { name: 'h', isMust: false } })).toEqual(['h_SHOULD_vm_group']);
  expect(groupsOf(wish)).toEqual(['g', 'h_MUST_vm_group']);
});
