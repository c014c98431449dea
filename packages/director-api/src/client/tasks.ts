import type { World } from '@bosh6/base';
import { mediaTypes, routes } from '../routes.js';
import type { Director } from './director.js';
import { followTask, readOutput } from './follow-task.js';
import { withQuery } from './query.js';
import { readList, readTask } from './read-json.js';
import type { Session } from './session.js';

export function taskRoutes(session: Session, world: World): Director['tasks'] {
  return {
    list: async (query) => readList(await session.call({ method: 'GET', path: withQuery(routes.tasks, query) })),
    get: async (id) => readTask(await session.call({ method: 'GET', path: routes.task(id) })),
    follow: (task, options = {}) => followTask(session, world, task, options),
    output: async (id, type) => (await readOutput(session, id, type, 0)).toString('utf8'),
    async cancelAll({ types, states, deployment }) {
      const headers = { 'content-type': mediaTypes.json };
      const chosen = Object.entries({ types, states }).filter(([, list]) => list.length > 0);
      const body = JSON.stringify({ ...Object.fromEntries(chosen), ...(deployment === undefined ? {} : { deployment }) });
      await (await session.call({ method: 'POST', path: routes.cancelTasks, headers, body })).text();
    },
    // Singular, unlike all the others (reference 9, item 6).
    cancel: async (id) => void (await (await session.call({ method: 'DELETE', path: routes.cancelTask(id) })).text()),
  };
}
