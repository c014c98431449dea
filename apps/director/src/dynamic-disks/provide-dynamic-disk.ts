import { type DeployTools, Scope } from '../engine/scope.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { findTarget } from './find-target.js';
import { giveToInstance } from './give-to-instance.js';
import { makeDynamicDisk } from './make-dynamic-disk.js';
import { type ProvideDynamicDiskPayload, provideDynamicDiskPayload } from './payloads.js';
import { withDisk } from './with-vm.js';

/** `POST /dynamic_disks/provide`: the disk of that name, made if there is none, attached to an instance; the result line has its CID. Repeatable. */
export function provideDynamicDisk(tools: DeployTools): TaskHandler {
  return {
    type: 'provide_dynamic_disk',
    queue: 'urgent',
    run: async (context, payload) => {
      const asked = parsePayload(provideDynamicDiskPayload, payload);
      const scope = new Scope(tools, context);
      return withDisk(scope, asked.name, async () => {
        const { cid, vm, deployment } = await provide(scope, asked);
        context.result(JSON.stringify({ disk_cid: cid }));
        return `attached dynamic disk '${asked.name}' to VM '${vm}' in deployment '${deployment}'`;
      });
    },
  };
}

async function provide(scope: Scope, { name, instance: uuid, metadata, ...rest }: ProvideDynamicDiskPayload) {
  const target = await findTarget(scope, uuid);
  const { deployment, vm, instance } = target;
  const known = await scope.collaborators.store.read.dynamicDisks.find({ name });
  const disk = known ?? (await makeDynamicDisk(scope, deployment, vm, { name, az: instance.az, ...rest }));
  await giveToInstance(scope, disk, target, metadata);
  return { cid: disk.cid, vm: vm.cid, deployment: deployment.name };
}
