import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The way to a vCenter: while it is shut, connections are refused and those there were are cut; what is behind it goes on. */
export interface Gate {
  open(): Promise<void>;
  shut(): Promise<void>;
}

/** Starts an open one on `[::1]:port`, before another port there. */
export async function startGate(port: number, behind: number): Promise<Gate> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(behind, '::1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
      one.pipe(other);
    }
  });
  const gate = {
    async open() {
      if (server.listening) return;
      server.listen(port, '::1');
      await once(server, 'listening');
    },
    async shut() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  await gate.open();
  return gate;
}
