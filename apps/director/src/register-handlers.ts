import type { Collaborators } from './core/collaborators.js';
import { describeCpisHandler } from './cpi/describe-cpis.js';
import { recoverDeploys } from './deploy/recover-deploys.js';
import { engineHandlers } from './engine/handlers.js';
import { deleteOrphanNetworks } from './networks/delete-orphan-networks.js';
import { deleteReleaseHandler } from './releases/delete-release.js';
import { updateReleaseHandler } from './releases/update-release.js';
import { deleteStemcellHandler } from './stemcells/delete-stemcell.js';
import { updateStemcellHandler } from './stemcells/update-stemcell.js';
import type { TaskHandler } from './tasks/task-handler.js';
import type { TaskQueue } from './tasks/task-queue.js';

/** Gives the queue all work that this Director can do, after what a dead one left half-done was put in order. */
export async function registerHandlers(
  tasks: TaskQueue,
  collaborators: Collaborators,
  wrapped: (handler: TaskHandler) => TaskHandler = (handler) => handler,
): Promise<void> {
  const handlers = [
    updateReleaseHandler(collaborators),
    deleteReleaseHandler(collaborators),
    updateStemcellHandler(collaborators),
    deleteStemcellHandler(collaborators),
    deleteOrphanNetworks,
    describeCpisHandler(collaborators),
    ...engineHandlers(collaborators),
  ];
  tasks.register(...handlers.map(wrapped));
  tasks.onRecovered(() => recoverDeploys(collaborators));
  await recoverDeploys(collaborators);
  await forgetStrangers(collaborators);
}

/** A bus may remember agents that were let in for VMs that a Director, before it died, did not come to make. */
async function forgetStrangers({ store, busAuthority }: Collaborators): Promise<void> {
  await busAuthority.retain?.(new Set((await store.read.vms.all()).map(({ agentId }) => agentId)));
}
