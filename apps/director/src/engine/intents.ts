import { CodedError, isJsonObject, type Json } from '@bosh6/base';
import type { Collaborators } from '../core/collaborators.js';
import type { IntentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import type { TaskContext } from '../tasks/task-handler.js';

/** An external effect, written down before it is tried; `settle` is part of the transaction that stores what came of it. */
export interface Intent {
  readonly requestId: string;
  settle(tx: Repositories, state: 'done' | 'failed', outcome: Json): Promise<void>;
}

/** Whose intent it is. */
export interface Intending {
  collaborators: Pick<Collaborators, 'store' | 'world'>;
  task: Pick<TaskContext, 'taskId'>;
}

/** Stores an intent in a transaction of its own, and on the disk, since what it is about outlives a power cut; again where the task was run before with the same request id. `payload` must hold no secret. */
export async function openIntent(by: Intending, kind: string, requestId: string, payload: Json): Promise<Intent> {
  const { store } = by.collaborators;
  await store.write((tx) => putOpen(by, tx, { kind, requestId, payload, outcome: {} }));
  await store.durable();
  return intentOf(requestId);
}

/** The intent to delete a VM: the open one that is about it, where an earlier try or what made it left one, else a new one. */
export async function intendDeletion(by: Intending, { cid, agentId, cpi }: { cid: string; agentId: string; cpi: string }): Promise<Intent> {
  const { store, world } = by.collaborators;
  const intent = await store.write(async (tx) => {
    const open = (await tx.intents.all({ state: 'open' })).find((row) => agentOf(row) === agentId);
    const requestId = open?.requestId ?? world.uuid();
    if (open === undefined) await putOpen(by, tx, { kind: 'delete_vm', requestId, payload: { cpi, agentId }, outcome: { cid } });
    else await tx.intents.update({ requestId }, { taskId: by.task.taskId, outcome: { cid } });
    return intentOf(requestId);
  });
  await store.durable();
  return intent;
}

/** Whose VM an intent is about; empty for those of disks and stemcells. */
export function agentOf({ payload }: IntentRow): string {
  return isJsonObject(payload) && typeof payload.agentId === 'string' ? payload.agentId : '';
}

/** What is stored of a failure. */
export function outcomeOf(error: unknown): Json {
  return CodedError.is(error) ? { code: error.code, message: error.message } : { code: 'Unknown' };
}

const intentOf = (requestId: string): Intent => ({
  requestId,
  settle: (tx, state, outcome) => tx.intents.settle(requestId, state, outcome),
});

type What = Pick<IntentRow, 'kind' | 'requestId' | 'payload' | 'outcome'>;

async function putOpen({ task, collaborators }: Intending, tx: Repositories, what: What): Promise<void> {
  const intent = { ...what, taskId: task.taskId, state: 'open', createdAt: collaborators.world.now() } as const;
  if ((await tx.intents.find({ requestId: what.requestId })) === undefined) await tx.intents.insert(intent);
  else await tx.intents.update({ requestId: what.requestId }, intent);
}
