import { mediaTypes, routes } from '../routes.js';
import { readList, readTask } from './read-json.js';
import type { Session } from './session.js';
import type { Task } from './wire.js';

export interface ErrandOptions {
  readonly keepAlive: boolean;
  readonly whenChanged: boolean;
  readonly instances: readonly { readonly group: string; readonly id?: string }[];
}

export interface ErrandRoutes {
  list(deployment: string): Promise<{ name: string }[]>;
  /** The task's result has a JSON value an instance. */
  run(deployment: string, errand: string, options: ErrandOptions): Promise<Task>;
}

export function errandRoutes(session: Session): ErrandRoutes {
  return {
    list: async (deployment) => readList(await session.call({ method: 'GET', path: routes.errands(deployment) })),
    async run(deployment, errand, { keepAlive, whenChanged, instances }) {
      const body = JSON.stringify({ 'keep-alive': keepAlive, 'when-changed': whenChanged, instances });
      const headers = { 'content-type': mediaTypes.json };
      return readTask(await session.call({ method: 'POST', path: routes.errandRuns(deployment, errand), headers, body }));
    },
  };
}
