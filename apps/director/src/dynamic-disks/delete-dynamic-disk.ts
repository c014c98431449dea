import { fail } from '../disks/errors.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { destroyDynamicDisk } from './destroy-dynamic-disk.js';
import { dynamicDiskPayload } from './payloads.js';
import { withDisk } from './with-vm.js';

/** `DELETE /dynamic_disks/NAME`: for good. One that is gone is fine; one that an instance has is refused (520000). */
export function deleteDynamicDisk(tools: DeployTools): TaskHandler {
  return {
    type: 'delete_dynamic_disk',
    queue: 'urgent',
    run: async (context, payload) => {
      const { name } = parsePayload(dynamicDiskPayload, payload);
      const scope = new Scope(tools, context);
      const { read } = tools.collaborators.store;
      return withDisk(scope, name, async () => {
        const disk = await read.dynamicDisks.find({ name });
        if (disk === undefined) return `dynamic disk '${name}' was deleted already`;
        if (disk.instanceId !== null)
          throw fail('DiskInUse', `dynamic disk '${name}' is attached to an instance`, { hint: 'detach it first' });
        await destroyDynamicDisk(scope, disk, (await read.deployments.find({ id: disk.deploymentId }))?.name);
        return `deleted disk '${disk.cid}'`;
      });
    },
  };
}
