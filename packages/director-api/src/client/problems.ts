import { mediaTypes, routes } from '../routes.js';
import { readList, readTask } from './read-json.js';
import type { Session } from './session.js';
import type { Task } from './wire.js';

/** What a scan found wrong, and what can be done about it (director-api reference 4.3.10). */
export interface Problem {
  readonly id: number;
  readonly type: string;
  readonly description: string;
  readonly instance_group?: string | null;
  readonly resolutions: readonly { readonly name: string | null; readonly plan: string }[];
}

/** By problem; null is the kind's automatic one. */
export type Resolutions = Readonly<Record<string, string | null>>;

export interface ProblemRoutes {
  scan(deployment: string): Promise<Task>;
  list(deployment: string): Promise<Problem[]>;
  resolve(deployment: string, resolutions: Resolutions, maxInFlight?: Readonly<Record<string, string>>): Promise<Task>;
}

const json = { 'content-type': mediaTypes.json };

export function problemRoutes(session: Session): ProblemRoutes {
  return {
    scan: async (deployment) => readTask(await session.call({ method: 'POST', path: routes.scans(deployment), headers: json })),
    list: async (deployment) => readList(await session.call({ method: 'GET', path: routes.problems(deployment) })),
    async resolve(deployment, resolutions, maxInFlight) {
      const overrides = maxInFlight === undefined ? {} : { max_in_flight_overrides: maxInFlight };
      const body = JSON.stringify({ resolutions, ...overrides });
      return readTask(await session.call({ method: 'PUT', path: routes.problems(deployment), headers: json, body }));
    },
  };
}
