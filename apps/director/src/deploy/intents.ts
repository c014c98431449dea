import { CodedError, isJsonObject, type Json } from '@bosh6/base';
import type { IntentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import type { Scope } from './scope.js';

/** An external effect, written down before it is tried; `settle` is part of the transaction that stores what came of it. */
export interface Intent {
  readonly requestId: string;
  settle(tx: Repositories, state: 'done' | 'failed', outcome: Json): Promise<void>;
}

/** Stores an intent in a transaction of its own; `payload` must hold no secret. */
export async function openIntent(scope: Scope, kind: string, requestId: string, payload: Json): Promise<Intent> {
  await scope.collaborators.store.write((tx) => insertOpen(scope, tx, { kind, requestId, payload, outcome: {} }));
  return intentOf(requestId);
}

/** The intent to delete a VM: the open one that is about it, where an earlier try or what made it left one, else a new one. */
export function intendDeletion(scope: Scope, { cid, agentId, cpi }: { cid: string; agentId: string; cpi: string }): Promise<Intent> {
  const { store, world } = scope.collaborators;
  return store.write(async (tx) => {
    const open = (await tx.intents.all({ state: 'open' })).find((row) => agentOf(row) === agentId);
    const requestId = open?.requestId ?? world.uuid();
    if (open === undefined) await insertOpen(scope, tx, { kind: 'delete_vm', requestId, payload: { cpi, agentId }, outcome: { cid } });
    else await tx.intents.update({ requestId }, { taskId: scope.task.taskId, outcome: { cid } });
    return intentOf(requestId);
  });
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

async function insertOpen({ task, collaborators }: Scope, tx: Repositories, what: What): Promise<void> {
  await tx.intents.insert({ ...what, taskId: task.taskId, state: 'open', createdAt: collaborators.world.now() });
}
