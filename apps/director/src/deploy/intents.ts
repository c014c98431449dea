import { CodedError, type Json } from '@bosh6/base';
import type { Repositories } from '../persistence/store.js';
import type { Scope } from './scope.js';

/** An external effect, written down before it is tried; `settle` is part of the transaction that stores what came of it. */
export interface Intent {
  readonly requestId: string;
  settle(tx: Repositories, state: 'done' | 'failed', outcome: Json): Promise<void>;
}

/** Stores an intent of its own transaction; `payload` must hold no secret. */
export async function openIntent(scope: Scope, kind: string, requestId: string, payload: Json): Promise<Intent> {
  const { store, world } = scope.collaborators;
  await store.write((tx) =>
    tx.intents.insert({ taskId: scope.task.taskId, kind, requestId, payload, state: 'open', outcome: {}, createdAt: world.now() }),
  );
  return { requestId, settle: (tx, state, outcome) => tx.intents.settle(requestId, state, outcome) };
}

/** What is stored of a failure. */
export function outcomeOf(error: unknown): Json {
  return CodedError.is(error) ? { code: error.code, message: error.message } : { code: 'Unknown' };
}
