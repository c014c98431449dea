import { CodedError, realWorld } from '@bosh6/base';
import { mediaTypes, routes } from '../routes.js';
import { cleanUpRoutes } from './clean-up.js';
import { configRoutes } from './configs.js';
import { deploymentRoutes } from './deployments.js';
import type { Director, DirectorOptions } from './director.js';
import { diskRoutes, resourceRoutes } from './disks.js';
import { errandRoutes } from './errands.js';
import { fail } from './errors.js';
import { eventRoutes } from './events.js';
import { instanceStateRoutes } from './instance-states.js';
import { lockRoutes } from './locks.js';
import { networkRoutes } from './networks.js';
import { problemRoutes } from './problems.js';
import { rawRoutes } from './raw.js';
import { readJson, readList, readTask } from './read-json.js';
import { releaseRoutes } from './releases.js';
import { createSession } from './session.js';
import { snapshotRoutes } from './snapshots.js';
import { sshRoutes } from './ssh.js';
import { stemcellRoutes } from './stemcells.js';
import { parseTarget } from './target.js';
import { taskRoutes } from './tasks.js';
import { createTransport } from './transport.js';
import { typedConfigRoutes } from './typed-configs.js';
import { createUaa, type Uaa } from './uaa.js';
import type { DirectorInfo } from './wire.js';

/** A client of one Director. Nothing is sent before the first call. Errors: InvalidDirectorUrl, InvalidProxy. */
export function createDirector(options: DirectorOptions): Director {
  const world = options.world ?? realWorld();
  const target = parseTarget(options.target);
  const { env = {}, onExchange } = options;
  const through = { world, env, ...(onExchange === undefined ? {} : { onExchange }) };
  const transport = createTransport(target, options.ca, through);
  const credentials = options.credentials ?? { kind: 'anonymous' };
  let info: Promise<DirectorInfo> | undefined;
  let uaa: Promise<Uaa | undefined> | undefined;

  const anonymously = createSession({ transport, world, credentials: { kind: 'anonymous' }, uaa: async () => undefined });
  const readInfo = (): Promise<DirectorInfo> => {
    info ??= anonymously.call({ method: 'GET', path: routes.info }).then((incoming) => readJson<DirectorInfo>(incoming));
    return info;
  };
  const findUaa = (): Promise<Uaa | undefined> => {
    uaa ??= readInfo().then(({ user_authentication: authentication }) => {
      const url = authentication?.type === 'uaa' ? authentication.options?.url : undefined;
      return url === undefined ? undefined : createUaa(url, { target, transport }, { ca: options.ca, through });
    });
    return uaa;
  };
  const needUaa = async (): Promise<Uaa> => {
    const found = await findUaa();
    if (found === undefined) throw fail('AuthenticationFailed', `the Director ${target.origin} has no token service`);
    return found;
  };
  const session = createSession({
    transport,
    world,
    credentials,
    uaa: findUaa,
    ...(options.onTokens === undefined ? {} : { onTokens: options.onTokens }),
  });

  return {
    target,
    info: readInfo,
    async identify() {
      try {
        return await readJson<DirectorInfo>(await session.call({ method: 'GET', path: routes.info }));
      } catch (error) {
        // Bad credentials are no failure here: the answer is simply nobody.
        if (!CodedError.is(error, 'AuthenticationFailed')) throw error;
        return { ...(await readInfo()), user: null };
      }
    },
    uaa: {
      prompts: async () => (await needUaa()).prompts(),
      logIn: async (answers) => (await needUaa()).grant({ grant_type: 'password', ...withoutEmpty(answers) }),
      logInClient: async () => {
        if (credentials.kind !== 'client') throw fail('AuthenticationFailed', 'no client was given');
        return (await needUaa()).grant({ grant_type: 'client_credentials' }, credentials);
      },
    },
    tasks: taskRoutes(session, world),
    configs: configRoutes(session),
    deployments: deploymentRoutes(session, readInfo),
    stemcells: stemcellRoutes(session),
    releases: releaseRoutes(session),
    disks: diskRoutes(session),
    orphanedVms: { list: async () => readList(await session.call({ method: 'GET', path: routes.orphanedVms })) },
    async cpis() {
      const incoming = await session.find({ method: 'GET', path: routes.cpis });
      return incoming && readTask(incoming);
    },
    networks: networkRoutes(session),
    vms: { delete: async (cid) => readTask(await session.call({ method: 'DELETE', path: routes.vm(cid) })) },
    typedConfigs: typedConfigRoutes(session),
    instanceStates: instanceStateRoutes(session),
    errands: errandRoutes(session),
    problems: problemRoutes(session),
    ssh: sshRoutes(session),
    snapshots: snapshotRoutes(session),
    locks: lockRoutes(session),
    events: eventRoutes(session),
    cleanUp: cleanUpRoutes(session),
    raw: rawRoutes(session),
    async fsck() {
      const headers = { 'content-type': mediaTypes.json };
      const incoming = await session.find({ method: 'POST', path: routes.fsck, headers, body: '{}' });
      if (incoming === undefined) throw fail('FsckUnknown', 'this Director does not check itself');
      return readTask(incoming);
    },
    certificates: async () => readList(await session.call({ method: 'GET', path: routes.certificateExpiry })),
    async setResurrection(on) {
      const headers = { 'content-type': mediaTypes.json };
      const body = JSON.stringify({ resurrection_paused: !on });
      await (await session.call({ method: 'PUT', path: routes.resurrection, headers, body })).text();
    },
    resources: resourceRoutes(session),
    close: () => transport.close(),
  };
}

function withoutEmpty(answers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
}
