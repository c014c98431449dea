import { cpiError } from '@bosh6/cpi-protocol';
import { IpAddress } from '@bosh6/ip';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addressesOf } from '../deployments/addresses-of.js';
import { listInstances } from '../listings/instances.js';
import { listOrphanedVms } from '../listings/orphaned-vms.js';
import { cleanupTask } from '../orphaned-vms/delete-orphaned-vms.js';
import type { TaskRow } from '../persistence/rows/index.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';
import { recoverDeploys } from './recover-deploys.js';

let h: Harness;
let order: string[];
beforeEach(async () => {
  h = await startHarness();
  order = [];
});
afterEach(() => h.close());

const swapping = manifest
  .replace('update: {', 'update: {vm_strategy: create-swap-delete, ')
  .replace(', static_ips: [10.0.9.165]', '')
  .replace('static_ips: ["2601:0646:0100:69f1:0000:0000:0000:0165"], ', '');
const again = { recreate: true };
const two = swapping.replace('instances: 1', 'instances: 2');

const deploy = async (text = swapping, options: object = {}): Promise<TaskRow> => {
  const task = await h.deploy(text, options);
  expect(task, await h.output(task, 'event')).toMatchObject({ state: 'done' });
  return task;
};
const fails = async (text = swapping, options: object = again): Promise<void> => {
  expect(await h.deploy(text, options)).toMatchObject({ state: 'error' });
};
const instanceAddresses = async (): Promise<string[]> => {
  const { read } = h.store;
  const rows = await read.instances.all();
  const held = await read.reservations.ofInstances(rows.map(({ id }) => id));
  return addressesOf(held);
};
const orphans = () => listOrphanedVms(h.store);
/** Everybody's addresses: no VM that runs has one that is not reserved, none has another's. */
const noneShared = async (): Promise<void> => {
  const told = [...h.cpi.vms.values()].flatMap(({ request }) => Object.values(request.networks).map(({ ip }) => String(ip)));
  expect(new Set(told).size).toBe(told.length);
  const held = addressesOf(await h.store.read.reservations.all());
  expect(held).toEqual(expect.arrayContaining(told));
};
const watch = (): void => {
  for (const [name, { agent }] of h.cpi.vms) {
    const push = agent.calls.push.bind(agent.calls);
    agent.calls.push = (...calls) => {
      order.push(...calls.map((call) => `${name} ${call}`));
      return push(...calls);
    };
  }
  for (const method of ['createVm', 'attachDisk', 'detachDisk'] as const) {
    const call = h.cpi[method].bind(h.cpi) as (...args: unknown[]) => Promise<unknown>;
    h.cpi[method] = (async (...args: unknown[]) => {
      const answer = await call(...args);
      order.push(method);
      return answer;
    }) as never;
  }
};

test('the new VM is there before the old one stops; the disk goes over; the old one keeps its addresses as an orphan', async () => {
  await deploy();
  const [[old = '', oldVm] = []] = h.cpi.vms;
  const [disk] = h.cpi.disks;
  const before = await instanceAddresses();
  watch();
  const task = await deploy(swapping, again);
  const steps = ['createVm', `${old} drain`, `${old} stop`, `${old} unmount_disk`, 'detachDisk', 'attachDisk'];
  expect(order.filter((step) => steps.includes(step))).toEqual(steps);
  expect(order).toContain(`${old} shutdown`);
  expect(order.indexOf(`${old} shutdown`)).toBeGreaterThan(order.indexOf('detachDisk'));
  expect(await h.stages(task)).toEqual([
    'Preparing deployment',
    'Preparing package compilation',
    'Creating missing vms',
    'Downloading packages',
    'Updating instance',
  ]);

  const [, [next = '', nextVm] = []] = h.cpi.vms;
  expect(nextVm?.agent.mounted).toEqual([disk]);
  expect(nextVm?.agent.calls.indexOf('prepare')).toBeGreaterThan(-1);
  expect(nextVm?.agent.calls.indexOf('prepare')).toBeLessThan(nextVm?.agent.calls.indexOf('start') ?? -1);
  expect(oldVm?.agent.mounted).toEqual([]);
  expect((await h.store.read.vms.all()).map(({ cid, active }) => ({ cid, active }))).toEqual([{ cid: next, active: true }]);
  const [instance] = await h.store.read.instances.all();
  expect(await orphans()).toMatchObject([
    { cid: old, az: 'z1', deployment_name: 'nginx', instance_name: `nginx/${instance?.uuid}`, ip_addresses: before },
  ]);
  const after = await instanceAddresses();
  expect(after).toHaveLength(2);
  expect(after.filter((address) => before.includes(address))).toEqual([]);
  expect(h.bus.authorized.size).toBe(1);
  await noneShared();
  expect(await h.stages(await deploy())).not.toContain('Updating instance');
});

test('all new VMs are there before the first old one stops', async () => {
  await deploy(two);
  const old = [...h.cpi.vms.keys()];
  watch();
  await deploy(two, again);
  const stops = order.flatMap((step, at) => (old.some((cid) => step === `${cid} stop`) ? [at] : []));
  expect(stops).toHaveLength(2);
  expect(order.lastIndexOf('createVm')).toBeLessThan(Math.min(...stops));
  expect((await orphans()).map(({ cid }) => cid).sort()).toEqual(old.sort());
  await noneShared();
});

test('local DNS and listings tell of the VMs that are in their place, not of those that wait', async () => {
  await deploy(two);
  const { read } = h.store;
  const [first, second] = await read.instances.all();
  const cid = (await read.vms.find({ instanceId: (first?.bootstrap ? second : first)?.id ?? 0 }))?.cid;
  const detachDisk = h.cpi.detachDisk.bind(h.cpi);
  h.cpi.detachDisk = async (vm, disk) => {
    if (vm === cid) throw cpiError('CloudError', 'not now');
    return detachDisk(vm, disk);
  };
  await fails(two);
  const active = await read.vms.all({ active: true });
  expect(active.map((vm) => vm.cid)).toContain(cid);
  expect(await read.vms.count({ active: false })).toBe(1);
  const serving = active.flatMap(({ networks }) => Object.values(networks as Record<string, { ip: string }>).map(({ ip }) => ip)).sort();
  const task = await h.run('vms', { deployment: 'nginx', kind: 'instances' });
  const lines = (await h.output(task, 'result')).trim().split('\n');
  expect(lines.flatMap((line) => (JSON.parse(line) as { ips: string[] }).ips).sort()).toEqual(serving);
  const listed = await listInstances(read, first?.deploymentId ?? 0);
  expect(listed.flatMap(({ ips }) => ips).sort()).toEqual(serving);
  const records = (await read.dns.all()).map(({ family, address }) => IpAddress.fromBytes(family, Buffer.from(address, 'hex')).toString());
  expect(records.sort()).toEqual(serving);
});

test('a new VM that cannot be made: the old one serves on, and the next deploy takes the addresses that were reserved', async () => {
  await deploy();
  const [cid] = h.cpi.vms.keys();
  h.cpi.failCreateVm = 'no room';
  await fails();
  expect([...h.cpi.vms.keys()]).toEqual([cid]);
  expect([...h.cpi.vms.values()][0]?.agent.calls).not.toContain('stop');
  const reserved = await instanceAddresses();
  expect(reserved).toHaveLength(4);
  h.cpi.failCreateVm = undefined;
  await deploy(swapping, again);
  expect([...(await instanceAddresses()), ...((await orphans())[0]?.ip_addresses ?? [])].sort()).toEqual(reserved.sort());
});

test('a new VM that cannot be made, on a bus that shuts nobody out: why it could not is told', async () => {
  await deploy();
  h.cpi.failCreateVm = 'no room';
  h.bus.revoke = async () => {
    throw new Error('on purpose');
  };
  expect(await h.deploy(swapping, again)).toMatchObject({ state: 'error', result: expect.stringContaining('cannot be created') });
});

test('addresses that a failed swap reserved are free again when nothing needs a new VM any more', async () => {
  await deploy();
  const before = await instanceAddresses();
  h.cpi.failCreateVm = 'no room';
  await fails();
  const calls = h.cpi.calls.length;
  expect(await h.stages(await deploy())).not.toContain('Updating instance');
  expect(await instanceAddresses()).toEqual(before);
  expect(h.cpi.calls.length).toBe(calls);
});

test('a bus that does not shut the old agent out: the deploy fails once the disk has gone over, and the next one converges', async () => {
  await deploy();
  const { attachDisk } = h.cpi;
  h.cpi.attachDisk = async (...args) => {
    await new Promise(setImmediate);
    return attachDisk.apply(h.cpi, args);
  };
  const { revoke } = h.bus;
  h.bus.revoke = async () => {
    throw new Error('on purpose');
  };
  await fails();
  h.bus.revoke = revoke;
  expect(h.cpi.calls.at(-1)).toBe('attach_disk');
  await deploy();
  await noneShared();
});

test('a VM that waits when a deploy fails is taken by the next one', async () => {
  await deploy();
  h.cpi.behaviour = { failMethods: ['prepare'] };
  await fails();
  h.cpi.behaviour.failMethods = [];
  const [old, waits] = h.cpi.vms.keys();
  await deploy(swapping, again);
  expect([...h.cpi.vms.keys()]).toEqual([old, waits]);
  expect((await h.store.read.vms.all()).map(({ cid, active }) => ({ cid, active }))).toEqual([{ cid: waits, active: true }]);
  await noneShared();
});

test('one that no longer fits is orphaned, and another is made', async () => {
  await deploy();
  h.cpi.behaviour = { failMethods: ['prepare'] };
  await fails();
  h.cpi.behaviour.failMethods = [];
  const [old, waits] = h.cpi.vms.keys();
  await deploy(swapping.replace('vm_type: small', 'vm_type: small\n  env: {more: 1}'));
  expect((await orphans()).map(({ cid }) => cid)).toEqual([waits, old]);
  expect(h.cpi.vms.size).toBe(3);
  await noneShared();
});

test('one that nobody needs any more is orphaned, and nothing else happens', async () => {
  await deploy();
  h.cpi.behaviour = { failMethods: ['prepare'] };
  await fails();
  const [old, waits] = h.cpi.vms.keys();
  expect(await h.stages(await deploy())).not.toContain('Updating instance');
  expect((await orphans()).map(({ cid }) => cid)).toEqual([waits]);
  expect((await h.store.read.vms.all()).map(({ cid }) => cid)).toEqual([old]);
});

test.each(['unmount_disk', 'mount_disk'])('a swap that fails at %s is mended by the next deploy, with the disk', async (method) => {
  await deploy();
  const [disk] = h.cpi.disks;
  // The old VM was made with these, the new one with its own.
  const ofOld = h.cpi.behaviour;
  h.cpi.behaviour = {};
  const broken = method === 'unmount_disk' ? ofOld : h.cpi.behaviour;
  broken.failMethods = [method];
  await fails();
  broken.failMethods = [];
  const made = h.cpi.vms.size;
  await deploy();
  expect(h.cpi.vms.size).toBe(made);
  const [active, ...more] = await h.store.read.vms.all();
  expect(more).toEqual([]);
  expect(h.cpi.vms.get(active?.cid ?? '')?.agent.mounted).toEqual([disk]);
  expect([...(h.cpi.vms.get(active?.cid ?? '')?.disks ?? [])]).toEqual([disk]);
  await noneShared();
});

test('a VM whose jobs never ran after the swap is not made once more', async () => {
  await deploy();
  h.cpi.behaviour = { jobState: 'failing' };
  await fails(swapping.replace('vm_type: small', 'vm_type: small\n  env: {more: 1}'), {});
  h.cpi.behaviour.jobState = 'running';
  const made = h.cpi.vms.size;
  await deploy(swapping.replace('vm_type: small', 'vm_type: small\n  env: {more: 1}'));
  expect(h.cpi.vms.size).toBe(made);
  expect(await orphans()).toHaveLength(1);
});

test('where addresses are static the old VM goes first', async () => {
  await deploy(swapping.replace('{name: default}', '{name: default, static_ips: [10.0.9.165]}'));
  const [old] = h.cpi.vms.keys();
  await deploy(swapping.replace('{name: default}', '{name: default, static_ips: [10.0.9.165]}'), again);
  expect(h.cpi.vms.size).toBe(1);
  expect(h.cpi.vms.has(old ?? '')).toBe(false);
  expect(await orphans()).toEqual([]);
});

test('fewer instances: the VM of the one that goes becomes an orphan', async () => {
  await deploy(two);
  await deploy();
  expect(await orphans()).toHaveLength(1);
  expect(await h.store.read.instances.count()).toBe(1);
  expect(await instanceAddresses()).toHaveLength(2);
  await noneShared();
});

test('the cleanup deletes orphans and frees their addresses; one that cannot be deleted stays, and is tried again', async () => {
  await deploy(two);
  await deploy(two, again);
  const [first = '', second = ''] = (await orphans()).map(({ cid }) => cid);
  const deleteVm = h.cpi.deleteVm.bind(h.cpi);
  h.cpi.deleteVm = async (cid) => {
    if (cid === first) h.cpi.failDeleteVm = 'not now';
    await deleteVm(cid).finally(() => {
      h.cpi.failDeleteVm = undefined;
    });
  };
  const task = await h.run(cleanupTask, {});
  expect(task).toMatchObject({ state: 'done', result: '1 orphaned VM(s) deleted, 1 left' });
  expect(await h.output(task, 'event')).toMatch(new RegExp(`orphaned VM ${first} cannot be deleted and keeps its addresses: .*'not now'`));
  expect(h.cpi.vms.has(second)).toBe(false);
  expect((await orphans()).map(({ cid }) => cid)).toEqual([first]);
  expect(await h.store.read.reservations.all()).toHaveLength(6);
  h.cpi.deleteVm = deleteVm;
  expect(await h.run(cleanupTask, {})).toMatchObject({ result: '1 orphaned VM(s) deleted' });
  expect(await orphans()).toEqual([]);
  expect(await h.store.read.reservations.all()).toHaveLength(4);
  expect(h.cpi.vms.size).toBe(2);
});

test('an orphan that is gone already is only forgotten', async () => {
  await deploy();
  await deploy(swapping, again);
  h.cpi.lose((await orphans())[0]?.cid ?? '');
  expect(await h.run(cleanupTask, {})).toMatchObject({ result: '1 orphaned VM(s) deleted' });
  expect(await orphans()).toEqual([]);
});

test('delete-deployment leaves orphans to the cleanup, and takes the VMs that wait with it', async () => {
  await deploy();
  await deploy(swapping, again);
  h.cpi.behaviour = { failMethods: ['prepare'] };
  await fails();
  expect(await h.run('delete_deployment', { deployment: 'nginx' })).toMatchObject({ state: 'done' });
  const [orphan] = await orphans();
  expect([...h.cpi.vms.keys()]).toEqual([orphan?.cid]);
  expect(await h.store.read.reservations.all()).toHaveLength(2);
  expect(await h.run(cleanupTask, {})).toMatchObject({ state: 'done' });
  expect(await h.store.read.reservations.all()).toEqual([]);
  expect(h.cpi.vms.size).toBe(0);
});

test('a Director that starts again knows its orphans, lets their agents in no more, and keeps their addresses from others', async () => {
  await deploy();
  await deploy(swapping, again);
  h.bus.authorized.clear();
  await recoverDeploys(h.collaborators);
  expect(h.bus.authorized.size).toBe(1);
  expect((await orphans())[0]?.ip_addresses).toHaveLength(2);
});
