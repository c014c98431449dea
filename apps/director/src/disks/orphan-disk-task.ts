import { activeVm } from '../deploy/deploy.js';
import { detachDisk } from '../deploy/detach-disk.js';
import { orphanDisk } from '../deploy/orphan-disk.js';
import { unfinishedWhile } from '../deploy/unfinished-while.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { fail } from './errors.js';
import { keepStray } from './keep-stray.js';
import { orphanDiskPayload } from './payloads.js';

/** `bosh orphan-disk`: takes a disk from its instance, which may be gone. One that a started instance has in use is refused (520000). */
export function orphanDiskTask(tools: DeployTools): TaskHandler {
  return {
    type: 'orphan_disk',
    run: async (context, payload) => {
      const { cid } = parsePayload(orphanDiskPayload, payload);
      const scope = new Scope(tools, context);
      await context.events.stage('Orphan disk', 1).task(cid, () => orphan(scope, cid));
      return `disk ${cid} orphaned`;
    },
  };
}

async function orphan(scope: Scope, cid: string): Promise<void> {
  const { store, locks } = scope.collaborators;
  const found = await store.read.disks.find({ cid });
  if (found === undefined) throw fail('DiskUnknown', `no instance has a disk '${cid}'`);
  const owner = await store.read.instances.find({ id: found.instanceId });
  const deployment = owner === undefined ? undefined : await store.read.deployments.find({ id: owner.deploymentId });
  if (owner === undefined || deployment === undefined) return keepStray(scope, found);
  const work = async (): Promise<void> => {
    const disk = await store.read.disks.find({ cid });
    const row = await store.read.instances.find({ id: owner.id });
    if (disk === undefined || row === undefined) return;
    const vm = await activeVm(scope, row.id);
    if (disk.active && vm !== undefined && row.state === 'started')
      throw fail('DiskInUse', `disk '${cid}' is in use by ${row.group}/${row.uuid}`, { hint: 'stop the instance first' });
    await unfinishedWhile(scope, row, async () => {
      if (vm !== undefined) await detachDisk(scope, vm, disk);
      await store.write((tx) => orphanDisk(tx, disk, row, deployment.name, scope));
    });
  };
  await locks.withLock(`deployment:${deployment.name}`, scope.task.taskId, work, { signal: scope.task.signal });
}
