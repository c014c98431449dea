import { describe } from 'vitest';
import { busConformance } from '../conformance.test.suite.js';
import { type Bus, type BusTls, connectBus } from '../index.js';
import { makeParties } from '../parties.test.suite.js';
import { startNatsServerAuthority } from './index.js';
import { natsServerPath, startNatsServer } from './nats-server.test.suite.js';

describe.skipIf(natsServerPath === undefined)('with a nats-server', () => {
  for (const host of ['::1', '127.0.0.1']) {
    busConformance(`a nats-server on ${host}`, async () => {
      const parties = await makeParties();
      const server = await startNatsServer(parties, host);
      const url = `nats://${host.includes(':') ? `[${host}]` : host}:${server.port}`;
      const connect = (tls: BusTls, name: string, failFast = true): Promise<Bus> => connectBus({ servers: [url], tls, name, failFast });
      const isLetIn = async (agentId: string): Promise<void> => (await connect(await parties.agent(agentId), agentId, false)).close();
      const authority = await startNatsServerAuthority({ ...server, isLetIn });
      await authority.authorize('one');
      await authority.authorize('two', { bootstrap: false });
      return {
        director: () => connect(parties.director, 'director'),
        hm: () => connect(parties.hm, 'hm'),
        agent: async (agentId, kind) => connect(await parties.agent(agentId, kind), agentId),
        close: () => server.close(),
      };
    });
  }
});
