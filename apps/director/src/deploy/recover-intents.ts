import { CodedError, isJsonObject } from '@bosh6/base';
import type { AgentId, CreateMethod, DiskCid, StemcellCid, VmCid } from '@bosh6/cpi-protocol';
import { CpiSession } from '../cpi/cpi-session.js';
import { agentOf } from '../engine/intents.js';
import type { DeployTools } from '../engine/scope.js';
import type { IntentRow, TaskRow } from '../persistence/rows/index.js';
import type { Repositories, Store } from '../persistence/store.js';
import { begunTasks } from '../tasks/live-tasks.js';

/**
 * Cleans up after a Director that died between an effect and its record, and after a CPI that lost its infrastructure: for each open intent the call is
 * undone or, where the CPI cannot, repeated with its request id, and what it made is deleted; so is a VM or disk that was to be deleted. A CPI that cannot repeat leaves suspects, which are logged for the operator.
 * Intents of tasks that some Director works on, as `isWorkedOn` tells of one that was begun, are its own.
 */
export async function recoverIntents(tools: DeployTools, isWorkedOn: (begun: TaskRow) => boolean): Promise<void> {
  const { store, log } = tools.collaborators;
  for (const intent of await abandonedIntents(store, isWorkedOn)) {
    // One that still has an instance is its deployment's, and ended under its lock.
    if (intent.kind === 'delete_vm' && (await store.read.vms.find({ agentId: agentOf(intent) })) !== undefined) continue;
    try {
      const outcome = await recoverOne(tools, intent);
      await store.write((tx) => settle(tx, intent, outcome));
    } catch (error) {
      log.error({ intent: intent.id, kind: intent.kind, error: String(error) }, 'an effect of a dead Director could not be cleaned up');
    }
  }
}

/** A VM that is gone for sure needs its addresses no more. */
async function settle(tx: Repositories, { requestId, payload }: IntentRow, outcome: Outcome): Promise<void> {
  await tx.intents.settle(requestId, 'failed', outcome);
  const owner = isJsonObject(payload) ? payload.addressOwner : undefined;
  if ('deleted' in outcome && typeof owner === 'string') await tx.reservations.delete({ owner });
}

/** In one state of the database: a task that begins or ends between two of them would seem to have left its intents. */
function abandonedIntents(store: Store, isWorkedOn: (begun: TaskRow) => boolean): Promise<IntentRow[]> {
  return store.snapshot(async (tx) => {
    const open = await tx.intents.all({ state: 'open' });
    if (open.length === 0) return [];
    const begun = await begunTasks(tx);
    const worked = new Set(begun.filter(isWorkedOn).map(({ id }) => id));
    // the task of a stemcell is run again, and makes its call again itself
    const repeated = new Set([...begun, ...(await tx.tasks.all({ state: 'queued' }))].map(({ id }) => id));
    return open.filter(({ taskId, kind }) => taskId === null || !(kind === 'create_stemcell' ? repeated : worked).has(taskId));
  });
}

/** Of what is not there any more, or of which nobody knows. */
type Outcome = { cid?: string; deleted: true } | { suspect: true };

/** What each kind of intent calls. */
const undoable: Record<string, CreateMethod> = {
  create_vm: 'create_vm',
  create_compilation_vm: 'create_vm',
  create_disk: 'create_disk',
  create_stemcell: 'create_stemcell',
};

/** The same while a Director works: for what tasks left that have ended. */
export async function recoverEnded(tools: DeployTools): Promise<void> {
  await recoverIntents(tools, () => true);
}

async function recoverOne(tools: DeployTools, intent: IntentRow): Promise<Outcome> {
  const { collaborators } = tools;
  const { log, busAuthority } = collaborators;
  const payload = isJsonObject(intent.payload) ? intent.payload : {};
  const name = typeof payload.cpi === 'string' ? payload.cpi : '';
  const debug = (line: string): void => log.debug({ intent: intent.id }, line);
  const cpi = new CpiSession(name, collaborators, { debug: () => undefined, cpiLog: debug });
  const known = isJsonObject(intent.outcome) && typeof intent.outcome.cid === 'string' ? intent.outcome.cid : undefined;
  if (intent.kind === 'delete_disk') {
    const cid = String(payload.diskCid ?? '') as DiskCid;
    await gone('DiskNotFound', () => cpi.call('deleteDisk', [cid]));
    await collaborators.store.write((tx) => tx.dynamicDisks.delete({ cid }));
    return { cid, deleted: true };
  }
  const { capabilities } = await cpi.info();
  const method = undoable[intent.kind];
  if (known === undefined && method !== undefined && capabilities?.undo_create === true) {
    await cpi.call('undoCreate', [method, intent.requestId]);
    if (typeof payload.agentId === 'string') await busAuthority.revoke(payload.agentId);
    return { deleted: true };
  }
  if (known === undefined && (capabilities?.idempotent_requests !== true || intent.kind === 'create_stemcell')) {
    const { id, kind, requestId, taskId } = intent;
    log.warn({ intent: id, kind, requestId, taskId }, 'a CPI call was cut off; what it made, if anything, is unknown');
    return { suspect: true };
  }
  if (intent.kind === 'create_disk') {
    const size = typeof payload.sizeMib === 'number' ? payload.sizeMib : 1;
    const near = typeof payload.vmCid === 'string' ? (payload.vmCid as VmCid) : undefined;
    const cid = (known as DiskCid | undefined) ?? (await cpi.call('createDisk', [size, {}, near], { requestId: intent.requestId }));
    const { disks, dynamicDisks } = collaborators.store.read;
    const isKnown = (await disks.find({ cid })) !== undefined || (await dynamicDisks.find({ cid })) !== undefined;
    if (!isKnown) await gone('DiskNotFound', () => cpi.call('deleteDisk', [cid]));
    return { cid, deleted: true };
  }
  if (intent.kind === 'snapshot_disk') {
    const disk = String(payload.diskCid ?? '') as DiskCid;
    await gone('DiskNotFound', async () => {
      const cid = await cpi.call('snapshotDisk', [disk, {}], { requestId: intent.requestId });
      await cpi.call('deleteSnapshot', [cid]);
    });
    return { deleted: true };
  }
  const agentId = agentOf(intent);
  const request = {
    agentId: agentId as AgentId,
    stemcellCid: String(payload.stemcellCid ?? '') as StemcellCid,
    cloudProperties: {},
    networks: {},
    diskCids: [],
    env: {},
  };
  const cid = (known as VmCid | undefined) ?? (await cpi.call('createVm', [request], { requestId: intent.requestId })).cid;
  await gone('VMNotFound', () => cpi.call('deleteVm', [cid]));
  await busAuthority.revoke(agentId);
  return { cid, deleted: true };
}

/** Deleting what is gone already is fine. */
async function gone(code: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!CodedError.is(error, code)) throw error;
  }
}
