import { type DeployTools, Scope } from '../engine/scope.js';
import type { DynamicDiskRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { fail } from './errors.js';
import { findTarget } from './find-target.js';
import { giveToInstance } from './give-to-instance.js';
import { attachDynamicDiskPayload } from './payloads.js';
import { withDisk } from './with-vm.js';

/** `POST /dynamic_disks/NAME/attach`: while jobs run, and whatever deploy is under way. Throws DynamicDiskUnknown, DynamicDiskRefused. */
export function attachDynamicDisk(tools: DeployTools): TaskHandler {
  return {
    type: 'attach_dynamic_disk',
    queue: 'urgent',
    run: async (context, payload) => {
      const { name, instance, metadata } = parsePayload(attachDynamicDiskPayload, payload);
      const scope = new Scope(tools, context);
      return withDisk(scope, name, async () => {
        const disk = await findDynamicDisk(scope, name);
        const target = await findTarget(scope, instance);
        await giveToInstance(scope, disk, target, metadata);
        return `attached dynamic disk '${name}' to VM '${target.vm.cid}' in deployment '${target.deployment.name}'`;
      });
    },
  };
}

/** Throws DynamicDiskUnknown. */
export async function findDynamicDisk({ collaborators }: Scope, name: string): Promise<DynamicDiskRow> {
  const disk = await collaborators.store.read.dynamicDisks.find({ name });
  if (disk === undefined) throw fail('DynamicDiskUnknown', `there is no dynamic disk '${name}'`);
  return disk;
}
