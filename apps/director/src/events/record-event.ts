import type { World } from '@bosh6/base';
import type { EventRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** What happened, to what, and who wanted it; what is left out is not known or does not apply. */
export type EventFacts = Pick<EventRow, 'user' | 'action' | 'objectType'> & Partial<Omit<EventRow, 'id'>>;

/** Stores an event of now, unless the facts say another time; answers with its id. Inside `Store.write`. */
export async function recordEvent(tx: Repositories, world: Pick<World, 'now'>, facts: EventFacts): Promise<number> {
  const unknown = { parentId: null, objectName: null, error: null, taskId: null, deployment: null, instance: null };
  const { id } = await tx.events.insert({ ...unknown, timestamp: world.now(), context: {}, ...facts });
  return id;
}
