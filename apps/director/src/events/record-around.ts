import type { Collaborators } from '../core/collaborators.js';
import type { TaskContext } from '../tasks/task-handler.js';
import { type EventFacts, recordEvent } from './record-event.js';

/** The task on whose behalf things happen. */
export interface EventScope {
  readonly collaborators: Pick<Collaborators, 'store' | 'world'>;
  readonly task: Pick<TaskContext, 'taskId' | 'user' | 'deployment'>;
}

export type TaskFacts = Omit<EventFacts, 'user' | 'taskId'>;

/** What a task does, with its user, number and deployment. */
export function factsOf({ task }: EventScope, facts: TaskFacts): EventFacts {
  return { user: task.user, taskId: task.taskId, deployment: task.deployment ?? null, ...facts };
}

/** Does the work between two events, as BOSH tells it: that it begins, and below that how it ended. `learn` adds to the second. */
export async function recordAround<T>(
  scope: EventScope,
  facts: TaskFacts,
  work: (learn: (more: Partial<TaskFacts>) => void) => Promise<T>,
): Promise<T> {
  const { store, world } = scope.collaborators;
  const begun = factsOf(scope, facts);
  const parentId = await store.write((tx) => recordEvent(tx, world, begun));
  let learnt: Partial<TaskFacts> = {};
  const end = (more: Partial<EventFacts>): Promise<number> =>
    store.write((tx) => recordEvent(tx, world, { ...begun, context: {}, ...learnt, parentId, ...more }));
  let result: T;
  try {
    result = await work((more) => {
      learnt = { ...learnt, ...more };
    });
  } catch (error) {
    await end({ error: error instanceof Error ? error.message : String(error) });
    throw error;
  }
  await end({});
  return result;
}
