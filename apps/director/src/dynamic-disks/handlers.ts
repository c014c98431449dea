import type { DeployTools } from '../engine/scope.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { attachDynamicDisk } from './attach-dynamic-disk.js';
import { createDynamicDisk } from './create-dynamic-disk.js';
import { deleteDynamicDisk } from './delete-dynamic-disk.js';
import { detachDynamicDisk } from './detach-dynamic-disk.js';
import { provideDynamicDisk } from './provide-dynamic-disk.js';

/** Handlers of the five task types of dynamic disks. */
export function dynamicDiskHandlers(tools: DeployTools): TaskHandler[] {
  return [createDynamicDisk, provideDynamicDisk, attachDynamicDisk, detachDynamicDisk, deleteDynamicDisk].map((make) => make(tools));
}
