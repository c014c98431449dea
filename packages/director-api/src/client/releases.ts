import { routes } from '../routes.js';
import type { Director } from './director.js';
import { flag, withQuery } from './query.js';
import { readJson, readList, readTask } from './read-json.js';
import type { Session } from './session.js';
import { tarballRequest } from './tarball-request.js';

export function releaseRoutes(session: Session): Director['releases'] {
  return {
    list: async () => readList(await session.call({ method: 'GET', path: routes.releases })),
    inspect: async (name, version) => readJson(await session.call({ method: 'GET', path: withQuery(routes.release(name), { version }) })),
    upload: async (source, { fix, rebase } = {}) =>
      readTask(
        await session.call({
          method: 'POST',
          path: withQuery(routes.releases, { fix: flag(fix), rebase: flag(rebase) }),
          ...tarballRequest(source),
        }),
      ),
  };
}
