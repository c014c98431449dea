import { createServer, isIPv4, type Server, type Socket } from 'node:net';

import { fail } from '../errors.js';
import type { Endpoint } from './types.js';

export interface Listener {
  readonly endpoint: Endpoint;
  readonly server: Server;
}

/** Listens on one endpoint. `::` takes IPv4 too unless `ipv6Only`. Throws BrokerListenFailed. */
export function listen({ host, port }: Endpoint, ipv6Only: boolean, onSocket: (socket: Socket) => void): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const server = createServer({ noDelay: true }, onSocket);
    server.once('error', (cause) => {
      reject(fail('BrokerListenFailed', `the bus cannot listen on ${host} port ${port}`, { cause }));
    });
    server.listen({ host, port, ipv6Only: ipv6Only && !isIPv4(host) }, () => {
      const bound = server.address();
      resolve({ server, endpoint: { host, port: typeof bound === 'object' && bound !== null ? bound.port : port } });
    });
  });
}
