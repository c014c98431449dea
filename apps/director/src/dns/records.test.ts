import { IpAddress } from '@bosh6/ip';
import { ownNetworkName } from '@bosh6/plan';
import { describe, expect, it } from 'vitest';
import type { DnsRecordRow, InstanceRow, VmRow } from '../persistence/rows/index.js';
import { desiredRecords } from './desired-records.js';
import { exportRecords } from './export-records.js';

const instance = { id: 3, uuid: 'u-1', deploymentId: 1, group: 'web_Server', index: 0, az: 'z1' } as InstanceRow;
const vm = (networks: object, more: Partial<VmRow> = {}): VmRow =>
  ({ id: 9, instanceId: 3, agentId: 'agent', cid: 'vm-1', active: true, networks, ...more }) as VmRow;
const dual = {
  a: { type: 'manual', ip: '10.0.0.5', nic_group: '1' },
  'a.ipv6': { type: 'manual', ip: '2001:0DB8:0000:0001::2', nic_group: '1' },
};
const shown = (networks: object, more: Partial<VmRow> = {}): string[] =>
  [...desiredRecords({ id: 1, name: 'my_dep' }, [instance], [vm(networks, more)])].map(
    ({ network, family, address }) => `${network} ${IpAddress.fromBytes(family, Buffer.from(address, 'hex'))}`,
  );

describe('the network of an entry', () => {
  it.each([
    ['a', dual, 'a'],
    ['a.ipv6', dual, 'a'],
    ['b.ipv4', { b: { nic_group: '2' }, 'b.ipv4': { nic_group: '2' } }, 'b'],
    ['b.ipv4', { b: { nic_group: '1' }, 'b.ipv4': { nic_group: '2' } }, 'b.ipv4'],
    ['b.ipv4', { b: {}, 'b.ipv4': {} }, 'b.ipv4'],
    ['v.ipv6', { v: { type: 'vip' }, 'v.ipv6': { type: 'vip' } }, 'v'],
    ['v.ipv6', { v: { type: 'vip' }, 'v.ipv6': { type: 'manual', nic_group: '1' } }, 'v.ipv6'],
    ['own.ipv6', { 'own.ipv6': { nic_group: '1' } }, 'own.ipv6'],
  ])('%s', (entry, networks, name) => expect(ownNetworkName(entry, networks)).toBe(name));
});

describe('records', () => {
  it('of a dual-stack network have its own name in both families', () => {
    expect(shown(dual)).toEqual(['a 10.0.0.5', 'a 2001:db8:0:1::2']);
  });

  it('of several networks have the name of each, of a dynamic one once its address is known', () => {
    expect(shown({ v_4: { ip: '10.0.0.5' }, v6: { ip: '2001:db8::2' }, d: { type: 'dynamic' } })).toEqual([
      'v-4 10.0.0.5',
      'v6 2001:db8::2',
    ]);
    expect(shown({ d: { type: 'dynamic', ip: '2001:DB8::7' } })).toEqual(['d 2001:db8::7']);
  });

  it('need a VM', () => {
    expect(shown(dual, { cid: null })).toEqual([]);
    expect(shown(dual, { active: false })).toEqual([]);
    expect(shown(dual, { instanceId: 4 })).toEqual([]);
  });

  it('are exported as BOSH writes them', async () => {
    const rows = [...desiredRecords({ id: 1, name: 'my_dep' }, [instance], [vm(dual)])].map(
      (record, at) => ({ ...record, id: 7 - at }) as DnsRecordRow,
    );
    const numbers = [
      { id: 1, kind: 'group', name: 'web-server', deploymentId: 1 },
      { id: 2, kind: 'network', name: 'a', deploymentId: 0 },
      { id: 3, kind: 'az', name: 'z1', deploymentId: 0 },
      { id: 4, kind: 'group', name: 'web-server', deploymentId: 2 },
    ] as const;
    const info = (ip: string) => ['u-1', '3', 'web-server', ['1'], 'z1', '3', 'a', '2', 'my-dep', ip, 'bosh', 'agent', 0];
    const expected = {
      records: [
        ['10.0.0.5', 'u-1.web-server.a.my-dep.bosh'],
        ['2001:db8:0:1::2', 'u-1.web-server.a.my-dep.bosh'],
      ],
      record_keys: expect.arrayContaining(['id', 'num_id', 'network_id', 'ip', 'instance_index']),
      record_infos: [info('10.0.0.5'), info('2001:db8:0:1::2')],
      aliases: {},
    };
    const exported = await exportRecords(rows, numbers);
    expect(exported).toEqual(expected);
    expect(JSON.stringify(await exportRecords(rows.toReversed(), numbers))).toBe(JSON.stringify(exported));
  });
});
