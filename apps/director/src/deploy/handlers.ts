import { deleteArtifacts } from '../cleanup/delete-artifacts.js';
import type { Collaborators } from '../core/collaborators.js';
import { deleteVmTask } from '../deployments/delete-vm-task.js';
import { fetchLogs } from '../deployments/fetch-logs.js';
import { sshHosts } from '../deployments/ssh-hosts.js';
import { vmsState } from '../deployments/vms-state.js';
import { attachDiskTask } from '../disks/attach-disk-task.js';
import { deleteOrphanDisks } from '../disks/delete-orphan-disks.js';
import { orphanDiskTask } from '../disks/orphan-disk-task.js';
import { dynamicDiskHandlers } from '../dynamic-disks/handlers.js';
import { runErrand } from '../errands/run-errand.js';
import { exportRelease } from '../export/export-release.js';
import { fsck } from '../fsck/fsck.js';
import { deleteOrphanedVms } from '../orphaned-vms/delete-orphaned-vms.js';
import type { TaskRow } from '../persistence/rows/index.js';
import { problemHandlers } from '../problems/handlers.js';
import { deleteSnapshots } from '../snapshots/delete-snapshots.js';
import { takeSnapshots } from '../snapshots/take-snapshots.js';
import { begunTasks, isLive } from '../tasks/live-tasks.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { deleteDeployment } from './delete-deployment.js';
import { recoverIntents } from './recover-intents.js';
import { recoverRows } from './recover-rows.js';
import { createTools } from './scope.js';
import { updateDeployment } from './update-deployment.js';
import { updateOneInstance } from './update-one-instance.js';

export interface DeployOptions {
  /** How long a VM may take until its agent answers; 600 000 unless said. */
  agentWaitMs?: number;
  /** How long a scan waits for an agent; 10 000, as in the original, unless said. */
  scanWaitMs?: number;
}

/** Handlers of `update_deployment`, `update_instance`, `delete_deployment`, `vms`, `delete_vm`, `delete_orphan_disks`, `scheduled_orphaned_vm_cleanup`, `delete_artifacts`, `export_release`, `fetch_logs`, `run_errand`, `ssh`, `fsck`, and of disks, snapshots and problems; payloads are in payloads.ts. */
export function deployHandlers(collaborators: Collaborators, options: DeployOptions = {}): TaskHandler[] {
  const tools = createTools(collaborators, options);
  return [
    updateDeployment(tools),
    updateOneInstance(tools),
    deleteDeployment(tools),
    vmsState(tools),
    deleteVmTask(tools),
    deleteOrphanDisks(tools),
    deleteOrphanedVms(tools),
    deleteArtifacts(tools),
    exportRelease(tools),
    fetchLogs(tools),
    runErrand(tools),
    attachDiskTask(tools),
    orphanDiskTask(tools),
    ...dynamicDiskHandlers(tools),
    takeSnapshots(tools, 'create_snapshot'),
    takeSnapshots(tools, 'snapshot_deployment'),
    deleteSnapshots(tools, 'delete_snapshot'),
    deleteSnapshots(tools, 'delete_deployment_snapshots'),
    sshHosts(tools),
    ...problemHandlers(tools),
    fsck(tools),
  ];
}

/**
 * To be awaited at start, before any task runs: lets the agents of known VMs in, and cleans up after a Director that died.
 * While another Director works, rows without a task may be its, and stay.
 */
export async function recoverDeploys(collaborators: Collaborators): Promise<void> {
  const { store, busAuthority, world } = collaborators;
  await Promise.all((await store.read.vms.all()).map(({ agentId }) => busAuthority.authorize(agentId)));
  const isWorkedOn = (row: TaskRow): boolean => isLive(row, store, world.now());
  await recoverIntents(createTools(collaborators), isWorkedOn);
  if (!(await begunTasks(store.read)).some(isWorkedOn)) await recoverRows(store);
}
