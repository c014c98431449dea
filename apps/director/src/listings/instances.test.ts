import { IpAddress } from '@bosh6/ip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InstanceRow, VmRow } from '../persistence/rows/index.js';
import { type OpenedStore, storeKinds } from '../persistence/stores.test.suite.js';
import { listInstances, listVms } from './instances.js';

const deployment = { manifestText: null, cloudConfigIds: [], runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [] };
const instance: Omit<InstanceRow, 'id' | 'uuid' | 'deploymentId' | 'index'> = {
  group: 'web',
  az: 'z1',
  bootstrap: false,
  state: 'started',
  updateCompleted: true,
  ignore: false,
  spec: {},
};
const vm: Omit<VmRow, 'id' | 'instanceId' | 'agentId' | 'active'> = {
  cid: 'vm-1',
  cpi: '',
  stemcellName: 's',
  stemcellVersion: '1',
  stemcellApiVersion: 3,
  env: {},
  cloudProperties: {},
  networks: {},
  permanentCredentials: true,
  askedNetworks: null,
  trustedCerts: null,
  createdAt: 1_767_607_230_000,
};

describe.each(storeKinds)('on $name', (kind) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await kind.open();
  });
  afterEach(() => opened.close());

  it('instances and VMs of one deployment are listed with the addresses of each VM', async () => {
    const { store } = opened;
    const id = await store.write(async (tx) => {
      const [mine, other] = [
        await tx.deployments.insert({ name: 'd', ...deployment }),
        await tx.deployments.insert({ name: 'e', ...deployment }),
      ];
      const own = { deploymentId: mine.id };
      const first = await tx.instances.insert({ ...instance, ...own, uuid: 'u0', index: 0 });
      await tx.instances.insert({ ...instance, ...own, uuid: 'u1', index: 1, az: null, state: 'detached' });
      const third = await tx.instances.insert({ ...instance, ...own, uuid: 'u2', index: 2 });
      const foreign = await tx.instances.insert({ ...instance, deploymentId: other.id, uuid: 'x', index: 0 });
      const current = await tx.vms.insert({ ...vm, instanceId: first.id, agentId: 'a0', active: true });
      const next = await tx.vms.insert({ ...vm, instanceId: first.id, agentId: 'a1', active: false, cid: null });
      const networks = { n: { type: 'dynamic', ip: '10.0.0.9' }, m: { type: 'manual', ip: '10.0.0.8' } };
      await tx.vms.insert({ ...vm, instanceId: third.id, agentId: 'a2', active: true, networks, permanentCredentials: false });
      const strange = await tx.vms.insert({ ...vm, instanceId: foreign.id, agentId: 'a3', active: true });
      for (const [instanceId, vmId, text] of [
        [first.id, current.id, 'fd00::165'],
        [first.id, current.id, '10.0.9.165'],
        [first.id, next.id, '10.0.9.166'],
        [first.id, null, '10.0.9.167'],
        [foreign.id, strange.id, '10.0.9.168'],
      ] as const) {
        const address = IpAddress.parse(text);
        const bytes = Buffer.from(address.toBytes16());
        const prefix = address.family === 4 ? 32 : 128;
        const row = { family: address.family, first: bytes, last: bytes, prefix, network: 'n', taskId: null, owner: '', nicGroup: null };
        await tx.reservations.insertUnlessOverlap({ ...row, instanceId, vmId, kind: 'dynamic' });
      }
      return mine.id;
    });
    const created = '2026-01-05T10:00:30Z';
    const common = { job: 'web', az: 'z1', cid: 'vm-1', vm_created_at: created };
    expect(await listInstances(store.read, id)).toEqual([
      { ...common, id: 'u0', index: 0, agent_id: 'a0', ips: ['10.0.9.165', 'fd00::165'], expects_vm: true },
      { ...common, id: 'u1', index: 1, agent_id: null, cid: null, az: null, vm_created_at: null, ips: [], expects_vm: false },
      { ...common, id: 'u2', index: 2, agent_id: 'a2', ips: ['10.0.0.9'], expects_vm: true },
    ]);
    expect(await listVms(store.read, id)).toEqual([
      { ...common, id: 'u0', index: 0, agent_id: 'a0', ips: ['10.0.9.165', 'fd00::165'], active: true, permanent_nats_credentials: true },
      { ...common, id: 'u0', index: 0, agent_id: 'a1', cid: null, ips: ['10.0.9.166'], active: false, permanent_nats_credentials: true },
      { ...common, id: 'u2', index: 2, agent_id: 'a2', ips: ['10.0.0.9'], active: true, permanent_nats_credentials: false },
    ]);
    expect(await store.read.deployments.head('d')).toEqual({ id, teams: [] });
    expect(await store.read.deployments.head('f')).toBeUndefined();
  });
});
