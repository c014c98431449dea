import { routes } from '../routes.js';
import { readList } from './read-json.js';
import type { Session } from './session.js';

/** A lock that somebody holds. */
export interface LockEntry {
  readonly type: string;
  readonly resource?: string[] | null;
  /** Epoch seconds, as text. */
  readonly timeout?: string | null;
  readonly task_id?: string | null;
}

export interface LockRoutes {
  list(): Promise<LockEntry[]>;
}

export function lockRoutes(session: Session): LockRoutes {
  return { list: async () => readList(await session.call({ method: 'GET', path: routes.locks })) };
}
