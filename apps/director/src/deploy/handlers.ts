import type { Collaborators } from '../core/collaborators.js';
import type { TaskHandler } from '../tasks/task-handler.js';

/** Handlers of `update_deployment`, `delete_deployment`, `vms`, `delete_orphan_disks` and `fetch_logs`; payloads are in payloads.ts. */
export function deployHandlers(_collaborators: Collaborators): TaskHandler[] {
  return [];
}
