import type { Event } from '../event.js';
import { routes } from '../routes.js';
import { withQuery } from './query.js';
import { readJson, readList } from './read-json.js';
import type { Session } from './session.js';
import type { Lenient } from './wire.js';

/** What somebody did, or tried to; empty fields are left out (director-api reference 4.7). */
export type EventEntry = Lenient<Event> & { readonly id: string };

/** Times are epoch seconds or any text that the Director reads as a time. */
export interface EventQuery {
  readonly beforeId?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly deployment?: string | undefined;
  readonly task?: string | undefined;
  readonly instance?: string | undefined;
  readonly user?: string | undefined;
  readonly action?: string | undefined;
  readonly objectType?: string | undefined;
  readonly objectName?: string | undefined;
}

export interface EventRoutes {
  /** Newest first, at most 200. */
  list(query: EventQuery): Promise<EventEntry[]>;
  get(id: string): Promise<EventEntry>;
}

export function eventRoutes(session: Session): EventRoutes {
  return {
    async list({ beforeId, before, after, objectType, objectName, ...same }) {
      const query = {
        ...same,
        before_id: beforeId,
        before_time: before,
        after_time: after,
        object_type: objectType,
        object_name: objectName,
      };
      return readList(await session.call({ method: 'GET', path: withQuery(routes.events, query) }));
    },
    get: async (id) => readJson(await session.call({ method: 'GET', path: `${routes.events}/${encodeURIComponent(id)}` })),
  };
}
