import { mediaTypes, routes } from '../routes.js';
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
    matches: async (manifest, { compiled }) =>
      readList(
        await session.call({
          method: 'POST',
          path: compiled ? routes.compiledPackageMatches : routes.packageMatches,
          headers: { 'content-type': mediaTypes.yaml },
          body: manifest,
        }),
      ),
    delete: async (name, { version, force } = {}) =>
      readTask(await session.call({ method: 'DELETE', path: withQuery(routes.release(name), { version, force: flag(force) }) })),
    async export({ deployment, release, stemcell, jobs }) {
      const body = JSON.stringify({
        deployment_name: deployment,
        release_name: release.name,
        release_version: release.version,
        stemcell_os: stemcell.os,
        stemcell_version: stemcell.version,
        sha2: true,
        jobs: jobs.map((name) => ({ name })),
      });
      const headers = { 'content-type': mediaTypes.json };
      return readTask(await session.call({ method: 'POST', path: routes.releaseExport, headers, body }));
    },
  };
}
