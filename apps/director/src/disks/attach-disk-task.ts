import { attachDisk } from '../deploy/attach-disk.js';
import { activeVm, metadataOf } from '../deploy/deploy.js';
import { detachDisk } from '../deploy/detach-disk.js';
import { hasDisk } from '../deploy/has-disk.js';
import { orphanDisk } from '../deploy/orphan-disk.js';
import { unfinishedWhile } from '../deploy/unfinished-while.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import type { DeploymentRow, DiskRow, InstanceRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { fail } from './errors.js';
import { type AttachDiskPayload, attachDiskPayload } from './payloads.js';
import { withDisk } from './with-disk.js';

/**
 * `bosh attach-disk`: gives an instance that is stopped or detached a disk in place of its own, which becomes an orphan. The disk is an orphan, or one that
 * only the infrastructure knows: then with `copy` its size and properties are noted as those of the old one. Throws 520001, 520003, 520000, 100002.
 */
export function attachDiskTask(tools: DeployTools): TaskHandler {
  return {
    type: 'attach_disk',
    run: async (context, payload) => {
      const asked = parsePayload(attachDiskPayload, payload);
      const scope = new Scope(tools, context);
      const lock = `deployment:${asked.deployment}`;
      await tools.collaborators.locks.withLock(lock, context.taskId, () => attach(scope, asked), { signal: context.signal });
      return `attached disk '${asked.cid}' to '${asked.group}/${asked.id}' in deployment '${asked.deployment}'`;
    },
  };
}

async function attach(scope: Scope, asked: AttachDiskPayload): Promise<void> {
  const { store } = scope.collaborators;
  const name = `${asked.group}/${asked.id}`;
  const deployment = await store.read.deployments.find({ name: asked.deployment });
  const rows = await store.read.instances.all({ deploymentId: deployment?.id ?? -1, group: asked.group });
  const row = rows.find(({ uuid, index }) => uuid === asked.id.toLowerCase() || String(index) === asked.id);
  if (deployment === undefined || row === undefined)
    throw fail('AttachToUnknown', `deployment '${asked.deployment}' has no instance ${name}`);
  if (row.ignore) throw fail('AttachRefused', `instance ${name} is ignored`, { hint: 'unignore it first' });
  if (row.state === 'started') throw fail('AttachRefused', `instance ${name} is started`, { hint: 'stop it first' });
  await ownOrFree(store.read, asked.cid, row);
  await refuseDynamic(store.read, asked.cid);
  const orphan = await store.read.orphanDisks.find({ cid: asked.cid });
  const facts = { action: 'attach', objectType: 'disk', objectName: asked.cid, deployment: deployment.name, instance: name };
  const work = async (): Promise<void> => {
    const present = await ownOrFree(store.read, asked.cid, row);
    if (orphan !== undefined && (await store.read.orphanDisks.find({ id: orphan.id })) === undefined)
      throw fail('DiskUnknown', `there is no orphaned disk '${asked.cid}' any more`);
    await unfinishedWhile(scope, row, async () => {
      // One that is the instance's already may not be attached: an earlier try may have come no further.
      const disk = present?.active ? present : await exchange(scope, deployment, row, asked);
      const vm = await activeVm(scope, row.id);
      if (vm === undefined || (await scope.agent(vm.agentId).call('list_disk', [])).includes(disk.cid)) return;
      await attachDisk(scope, vm, disk, metadataOf(scope, deployment.name, row));
    });
  };
  await recordAround(scope, facts, () => withDisk(scope, asked.cid, work));
}

/** The disk where the instance has it already. Throws 520000 where another has it. */
async function ownOrFree({ disks }: Repositories, cid: string, { id }: InstanceRow): Promise<DiskRow | undefined> {
  const present = await disks.find({ cid });
  if (present !== undefined && present.instanceId !== id) throw fail('DiskInUse', `disk '${cid}' belongs to another instance`);
  return present;
}

async function exchange(scope: Scope, deployment: DeploymentRow, row: InstanceRow, asked: AttachDiskPayload): Promise<DiskRow> {
  const { store } = scope.collaborators;
  const vm = await activeVm(scope, row.id);
  const old = await store.read.disks.find({ instanceId: row.id, active: true });
  const { cpi } = await factsOf(store.read, asked, old, vm?.cpi);
  if (!(await hasDisk(scope, { cid: asked.cid, cpi }))) throw fail('DiskUnknown', `the infrastructure has no disk '${asked.cid}'`);
  if (old !== undefined && vm !== undefined) await detachDisk(scope, vm, old);
  return store.write(async (tx) => {
    await refuseDynamic(tx, asked.cid);
    const facts = await factsOf(tx, asked, old, vm?.cpi);
    if (old !== undefined) await orphanDisk(tx, old, row, deployment.name, scope);
    await tx.orphanDisks.delete({ cid: asked.cid });
    await tx.disks.delete({ cid: asked.cid });
    return tx.disks.insert({ ...facts, instanceId: row.id, cid: asked.cid, active: true, name: '' });
  });
}

/** A disk that jobs asked for goes with what they ask for next. */
async function refuseDynamic({ dynamicDisks }: Repositories, cid: string): Promise<void> {
  const dynamic = await dynamicDisks.find({ cid });
  if (dynamic !== undefined) throw fail('DiskInUse', `disk '${cid}' is the dynamic disk '${dynamic.name}'`);
}

/** What is known of the disk; of one that nobody knows, as in BOSH, a size of 1 MiB. */
async function factsOf(
  tx: Repositories,
  { cid, copy }: AttachDiskPayload,
  old: DiskRow | undefined,
  vmCpi: string | undefined,
): Promise<Pick<DiskRow, 'size' | 'cloudProperties' | 'cpi'>> {
  const orphan = await tx.orphanDisks.find({ cid });
  const { size, cloudProperties } = orphan ?? (copy ? old : undefined) ?? { size: 1, cloudProperties: {} };
  return { size, cloudProperties, cpi: orphan?.cpi ?? old?.cpi ?? vmCpi ?? '' };
}
