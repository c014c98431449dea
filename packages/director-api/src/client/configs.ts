import { CodedError } from '@bosh6/base';
import { mediaTypes, routes } from '../routes.js';
import type { Director } from './director.js';
import { withQuery } from './query.js';
import { readJson, readList } from './read-json.js';
import type { Session } from './session.js';
import type { ConfigSide } from './wire.js';

const headers = { 'content-type': mediaTypes.json };

export function configRoutes(session: Session): Director['configs'] {
  return {
    list: async (query) => readList(await session.call({ method: 'GET', path: withQuery(routes.configs, query) })),
    async get(id) {
      const incoming = await session.find({ method: 'GET', path: routes.config(id) });
      return incoming && readJson(incoming);
    },
    async diff({ type, name, content }) {
      try {
        return await readJson(
          await session.call({ method: 'POST', path: routes.configsDiff, headers, body: JSON.stringify({ type, name, content }) }),
        );
      } catch (error) {
        // An old Director has no such route: nothing to show (reference 1.6).
        if (CodedError.is(error, 'DirectorRefused') && error.details?.status === 404 && error.number === undefined) return { diff: [] };
        throw error;
      }
    },
    async diffBetween(from, to) {
      const side = (one: ConfigSide): object => ({ id: '', content: '', ...one });
      const body = JSON.stringify({ from: side(from), to: side(to) });
      return readJson(await session.call({ method: 'POST', path: routes.configsDiff, headers, body }));
    },
    async update({ type, name, content, expectedLatestId }) {
      const body = JSON.stringify({
        type,
        name,
        content,
        ...(expectedLatestId === undefined ? {} : { expected_latest_id: expectedLatestId }),
      });
      const incoming = await session.call({ method: 'POST', path: routes.configs, headers, body }, [200, 201, 412]);
      if (incoming.status !== 412) return { ok: true, config: await readJson(incoming) };
      const { latest_id: latestId } = await readJson<{ latest_id: string }>(incoming);
      return { ok: false, latestId: String(latestId) };
    },
    async delete(which) {
      const path = 'id' in which ? routes.config(which.id) : withQuery(routes.configs, which);
      const incoming = await session.call({ method: 'DELETE', path }, [204, 404]);
      incoming.stream.resume();
      return incoming.status === 204;
    },
  };
}
