import { deleteArtifacts } from '../cleanup/delete-artifacts.js';
import type { Collaborators } from '../core/collaborators.js';
import { deleteDeployment } from '../deploy/delete-deployment.js';
import { updateDeployment } from '../deploy/update-deployment.js';
import { updateOneInstance } from '../deploy/update-one-instance.js';
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
import { problemHandlers } from '../problems/handlers.js';
import { deleteSnapshots } from '../snapshots/delete-snapshots.js';
import { takeSnapshots } from '../snapshots/take-snapshots.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { createTools } from './scope.js';

export interface EngineOptions {
  /** How long a VM may take until its agent answers; 600 000 unless said. */
  agentWaitMs?: number;
  /** How long a scan waits for an agent; 10 000, as in the original, unless said. */
  scanWaitMs?: number;
}

/** Handlers of the tasks that work on instances, their VMs and their disks: they share tools, of which each task makes a scope of its own. */
export function engineHandlers(collaborators: Collaborators, options: EngineOptions = {}): TaskHandler[] {
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
