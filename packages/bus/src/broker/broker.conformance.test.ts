import { busConformance } from '../conformance.test.suite.js';
import { type Bus, type BusTls, connectBus } from '../index.js';
import { makeParties } from '../parties.test.suite.js';
import { startBroker } from './index.js';

for (const host of ['::1', '127.0.0.1']) {
  busConformance(`the embedded broker on ${host}`, async () => {
    const parties = await makeParties();
    const broker = await startBroker({ listen: [{ host, port: 0 }], tls: parties.server });
    await broker.authorize('one');
    await broker.authorize('two', { bootstrap: false });
    const port = broker.endpoints[0]?.port;
    const server = host.includes(':') ? `nats://[${host}]:${port}` : `${host}:${port}`;
    const connect = (tls: BusTls, name: string): Promise<Bus> => connectBus({ servers: [server], tls, name, failFast: true });
    return {
      director: () => connect(parties.director, 'director'),
      hm: () => connect(parties.hm, 'hm'),
      agent: async (agentId, kind) => connect(await parties.agent(agentId, kind), agentId),
      close: () => broker.close(),
    };
  });
}
