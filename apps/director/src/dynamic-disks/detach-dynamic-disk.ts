import { type DeployTools, Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import type { DynamicDiskRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { findDynamicDisk } from './attach-dynamic-disk.js';
import { detachFromVm } from './detach-from-vm.js';
import { dynamicDiskPayload } from './payloads.js';
import { withDisk } from './with-vm.js';

/** `POST /dynamic_disks/NAME/detach`: takes it from its instance, which need have no VM. One that nobody has is fine. Throws DynamicDiskUnknown. */
export function detachDynamicDisk(tools: DeployTools): TaskHandler {
  return {
    type: 'detach_dynamic_disk',
    queue: 'urgent',
    run: async (context, payload) => {
      const { name } = parsePayload(dynamicDiskPayload, payload);
      const scope = new Scope(tools, context);
      return withDisk(scope, name, async () => {
        const disk = await findDynamicDisk(scope, name);
        if (disk.vmCid === null && disk.instanceId === null) return `dynamic disk '${name}' was detached already`;
        await recordAround(scope, { action: 'detach', objectType: 'disk', objectName: disk.cid }, () => takeFromInstance(scope, disk));
        return `detached dynamic disk '${name}'`;
      });
    },
  };
}

/** Nobody's only once it is off the VM; a deploy that gives it to the instance's next VM meanwhile is waited for. */
async function takeFromInstance(scope: Scope, disk: DynamicDiskRow): Promise<void> {
  const { store } = scope.collaborators;
  for (let now: DynamicDiskRow | undefined = disk; now !== undefined; ) {
    await detachFromVm(scope, now);
    now = await store.write(async (tx) => {
      const row = await tx.dynamicDisks.find({ id: disk.id });
      if (row?.vmCid === null) await tx.dynamicDisks.update({ id: disk.id }, { instanceId: null });
      return row?.vmCid === null ? undefined : row;
    });
  }
}
