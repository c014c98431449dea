import { CodedError } from '@bosh6/base';
import { mediaTypes, routes } from '../routes.js';
import { withQuery } from './query.js';
import { readJson, readList } from './read-json.js';
import type { Session } from './session.js';
import type { ConfigDiff } from './wire.js';

/** The kinds that had routes of their own before `/configs` (director-api reference 4.2). */
export type TypedConfig = 'cloud' | 'runtime' | 'cpi';

export interface TypedConfigRoutes {
  /** The newest one's text. A kind without names takes none. */
  latest(kind: TypedConfig, name?: string): Promise<string | undefined>;
  diff(kind: TypedConfig, content: string, options?: { name?: string | undefined; redact?: boolean }): Promise<ConfigDiff>;
  update(kind: TypedConfig, content: string, name?: string): Promise<void>;
}

const yaml = { 'content-type': mediaTypes.yaml };
const paths = { cloud: routes.cloudConfigs, runtime: routes.runtimeConfigs, cpi: routes.cpiConfigs };

export function typedConfigRoutes(session: Session): TypedConfigRoutes {
  return {
    async latest(kind, name) {
      const [newest] = await readList<{ properties: string }>(
        await session.call({ method: 'GET', path: withQuery(paths[kind], { limit: 1, name }) }),
      );
      return newest?.properties;
    },
    async diff(kind, content, { name, redact = true } = {}) {
      const path = withQuery(`${paths[kind]}/diff`, { name, redact: redact ? undefined : false });
      try {
        return await readJson(await session.call({ method: 'POST', path, headers: yaml, body: content }));
      } catch (error) {
        // An old Director has no such route: nothing to show (reference 1.6).
        if (CodedError.is(error, 'DirectorRefused') && error.details?.status === 404) return { diff: [] };
        throw error;
      }
    },
    async update(kind, content, name) {
      await (await session.call({ method: 'POST', path: withQuery(paths[kind], { name }), headers: yaml, body: content })).text();
    },
  };
}
