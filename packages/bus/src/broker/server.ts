import { isIPv4, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { realWorld } from '@bosh6/base';
import { UserDirectory } from '../permissions.js';
import { AgentConnections } from './agent-connections.js';
import { AgentPresence } from './agent-presence.js';
import { Connection, type ConnectionContext } from './connection.js';
import { type Listener, listen } from './listener.js';
import { localBus } from './local-bus.js';
import { Router } from './router.js';
import type { Broker, BrokerOptions } from './types.js';

/**
 * Starts a broker: NATS over mutual TLS, each client mapped to its permissions by its certificate's subject.
 * Throws BrokerListenFailed.
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { world = realWorld(), maxPayload = 1024 * 1024, pingIntervalMs = 5000, pingMax = 2 } = options;
  const users = new UserDirectory(options.users);
  const presence = new AgentPresence();
  const connections = new Set<Connection>();
  const ofAgents = new AgentConnections();
  const sockets = new Set<Socket>();
  const context: ConnectionContext = {
    router: new Router(),
    world,
    maxPayload,
    pingMax,
    findUser: (dn) => users.find(dn),
    onAgentSubject: (agentId, change) => presence.count(agentId, change),
    onIntroduced: (connection) => ofAgents.add(connection),
    onClosed: (connection) => {
      connections.delete(connection);
      ofAgents.delete(connection);
    },
  };

  const { ca, certificate, privateKey } = options.tls;
  const tlsServer = createTlsServer(
    { ca, cert: certificate, key: privateKey.reveal(), requestCert: true, rejectUnauthorized: true, handshakeTimeout: 30_000 },
    (socket) => connections.add(new Connection(socket, subjectOf(socket), context)),
  );
  const serverId = world.uuid();
  let clients = 0;
  const accept = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => {}); // 'close' follows
    socket.on('close', () => sockets.delete(socket));
    // The greeting goes in clear, then the same socket turns to TLS; the TLS server takes it over by this event.
    socket.write(
      `INFO ${JSON.stringify({ ...greeting(serverId, maxPayload), client_id: ++clients, client_ip: socket.remoteAddress })} \r\n`,
    );
    tlsServer.emit('connection', socket);
  };

  const listeners = await listenOnAll(options, accept);
  // One timer for all: a thousand of their own would each wake this process.
  const keepAlive = world.every(pingIntervalMs, () => {
    for (const connection of [...connections]) connection.keepAlive();
  });
  const end = async (): Promise<void> => {
    keepAlive.cancel();
    const closed = listeners.map(({ server }) => new Promise((resolve) => server.close(resolve)));
    for (const connection of [...connections]) connection.destroy();
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
  };
  const local = localBus(context.router, maxPayload, end);
  return {
    ...local,
    get connected() {
      return local.connected;
    },
    endpoints: listeners.map(({ endpoint }) => endpoint),
    get connections() {
      return connections.size;
    },
    authorize: async (agentId, { bootstrap = true } = {}) => {
      users.authorize(agentId, bootstrap);
      for (const connection of ofAgents.of(agentId))
        if (users.find(connection.dn) === undefined) connection.refuse('Authorization Violation');
    },
    revoke: async (agentId) => {
      users.revoke(agentId);
      for (const connection of ofAgents.of(agentId)) connection.refuse('Authorization Violation');
    },
    isPresent: (agentId) => presence.has(agentId),
    onPresence: (listener) => presence.onChange(listener),
  };
}

async function listenOnAll({ listen: endpoints }: BrokerOptions, accept: (socket: Socket) => void): Promise<Listener[]> {
  // Both families asked for by name: `::` must leave the IPv4 port free.
  const ipv6Only = endpoints.some(({ host }) => isIPv4(host));
  const results = await Promise.allSettled(endpoints.map((endpoint) => listen(endpoint, ipv6Only, accept)));
  const listeners = results.filter((result) => result.status === 'fulfilled').map((result) => result.value);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed === undefined) return listeners;
  for (const { server } of listeners) server.close();
  throw failed.reason;
}

/** `C=USA, O=Cloud Foundry, CN=...`: the subject's parts in the certificate's own order. */
function subjectOf(socket: TLSSocket): string {
  return (socket.getPeerX509Certificate()?.subject ?? '').split('\n').join(', ');
}

function greeting(serverId: string, maxPayload: number): Record<string, unknown> {
  return {
    server_id: serverId,
    server_name: 'bosh6',
    // The protocol level that clients derive features from.
    version: '2.10.0',
    proto: 1,
    headers: true,
    max_payload: maxPayload,
    tls_required: true,
    tls_verify: true,
  };
}
