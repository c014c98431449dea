import { routes } from '../routes.js';
import type { Director } from './director.js';
import { withQuery } from './query.js';
import { readList, readTask } from './read-json.js';
import type { Session } from './session.js';

export function diskRoutes(session: Session): Director['disks'] {
  return {
    orphaned: async () => readList(await session.call({ method: 'GET', path: routes.disks })),
    dynamic: async () => readList(await session.call({ method: 'GET', path: routes.dynamicDisks })),
    deleteDynamic: async (name) => readTask(await session.call({ method: 'DELETE', path: routes.dynamicDisk(name) })),
    delete: async (cid) => readTask(await session.call({ method: 'DELETE', path: routes.disk(cid) })),
    orphan: async (cid) => readTask(await session.call({ method: 'DELETE', path: withQuery(routes.disk(cid), { orphan: true }) })),
    attach: async (cid, { deployment, group, id, properties }) =>
      readTask(
        await session.call({
          method: 'PUT',
          path: withQuery(routes.diskAttachments(cid), { deployment, job: group, instance_id: id, disk_properties: properties }),
        }),
      ),
  };
}

export function resourceRoutes(session: Session): Director['resources'] {
  return {
    async open(id) {
      const { stream, headers } = await session.call({ method: 'GET', path: routes.resource(id) });
      const size = Number(headers['content-length'] ?? Number.NaN);
      return { body: stream, ...(Number.isFinite(size) ? { size } : {}) };
    },
  };
}
