import type { ClientRequest } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { World } from '@bosh6/base';

/** A connection takes its round trips and a handshake; the system itself would try for minutes. */
const connectMs = 15_000;

/** No connection came about in time; nothing was sent. */
export class ConnectDeadline extends Error {
  constructor() {
    super(`no connection within ${connectMs / 1000} s`);
  }
}

/** Ends a request whose connection, TLS included, is not there in time; what happens after that may take as long as it likes. */
export function limitConnecting(request: ClientRequest, world: World): void {
  request.once('socket', (socket) => {
    // By a proxy there is a connection already, and the handshake to come.
    if (!socket.connecting && !(socket as TLSSocket & { secureConnecting?: boolean }).secureConnecting) return;
    const timer = world.after(connectMs, () => request.destroy(new ConnectDeadline()));
    socket.once('secureConnect', () => timer.cancel());
    socket.once('close', () => timer.cancel());
  });
}
