import type { Director } from './director.js';
import { readList, readTask } from './read-json.js';
import type { Session } from './session.js';

export function diskRoutes(session: Session): Director['disks'] {
  return {
    orphaned: async () => readList(await session.call({ method: 'GET', path: '/disks' })),
    delete: async (cid) => readTask(await session.call({ method: 'DELETE', path: `/disks/${encodeURIComponent(cid)}` })),
  };
}

export function resourceRoutes(session: Session): Director['resources'] {
  return {
    async open(id) {
      const { stream, headers } = await session.call({ method: 'GET', path: `/resources/${encodeURIComponent(id)}` });
      const size = Number(headers['content-length'] ?? Number.NaN);
      return { body: stream, ...(Number.isFinite(size) ? { size } : {}) };
    },
  };
}
