import { mediaTypes, routes } from '../routes.js';
import type { Director } from './director.js';
import { flag, withQuery } from './query.js';
import { readJson, readList, readTask } from './read-json.js';
import type { Session } from './session.js';
import { tarballRequest } from './tarball-request.js';

export function stemcellRoutes(session: Session): Director['stemcells'] {
  return {
    list: async () => readList(await session.call({ method: 'GET', path: routes.stemcells })),
    async isNeeded(stemcell) {
      const headers = { 'content-type': mediaTypes.json };
      const incoming = await session.call({ method: 'POST', path: routes.stemcellUploads, headers, body: JSON.stringify({ stemcell }) });
      return (await readJson<{ needed: boolean }>(incoming)).needed;
    },
    upload: async (source, { fix } = {}) =>
      readTask(await session.call({ method: 'POST', path: withQuery(routes.stemcells, { fix: flag(fix) }), ...tarballRequest(source) })),
    delete: async (name, version, { force } = {}) =>
      readTask(await session.call({ method: 'DELETE', path: withQuery(routes.stemcell(name, version), { force: flag(force) }) })),
  };
}
