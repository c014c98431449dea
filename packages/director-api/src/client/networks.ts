import { routes } from '../routes.js';
import type { Director } from './director.js';
import { fail } from './errors.js';
import { flag, withQuery } from './query.js';
import { readJson, readList, readTask } from './read-json.js';
import type { Session } from './session.js';

export function networkRoutes(session: Session): Director['networks'] {
  return {
    orphaned: async () => readList(await session.call({ method: 'GET', path: withQuery(routes.networks, { orphaned: true }) })),
    delete: async (name) => readTask(await session.call({ method: 'DELETE', path: routes.network(name) })),
    async usage({ details } = {}) {
      const path = withQuery(routes.networksUsage, { details: flag(details) });
      const incoming = await session.find({ method: 'GET', path });
      if (incoming === undefined) throw fail('UsageUnknown', 'this Director does not tell how its networks are used');
      return readJson(incoming);
    },
  };
}
