import type { Lock } from '../event.js';
import { routes } from '../routes.js';
import { readList } from './read-json.js';
import type { Session } from './session.js';
import type { Lenient } from './wire.js';

/** A lock that somebody holds. */
export type LockEntry = Lenient<Lock> & { readonly type: string };

export interface LockRoutes {
  list(): Promise<LockEntry[]>;
}

export function lockRoutes(session: Session): LockRoutes {
  return { list: async () => readList(await session.call({ method: 'GET', path: routes.locks })) };
}
