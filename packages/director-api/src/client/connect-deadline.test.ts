import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { VirtualWorld } from '@bosh6/base';
import { expect, it } from 'vitest';
import { parseTarget } from './target.js';
import { createTransport } from './transport.js';

it('a server that never finishes a connection is named, once it has had its time', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket)).listen(0, '::1');
  await once(server, 'listening');
  const world = new VirtualWorld();
  const target = parseTarget(`[::1]:${(server.address() as AddressInfo).port}`);
  const transport = createTransport(target, '', { world });
  let ended = false;
  const sent = transport.send({ method: 'POST', path: '/deployments', body: '' }).finally(() => {
    ended = true;
  });
  const refused = expect(sent).rejects.toMatchObject({
    code: 'DirectorUnreachable',
    message: `no Director answers at ${target.origin} (no connection within 15 s)`,
  });
  await once(server, 'connection');
  await world.advance(14_999);
  expect(ended).toBe(false);
  await world.advance(1);
  await refused;
  // Nobody is served by a second silence.
  expect(sockets).toHaveLength(1);
  transport.close();
  for (const socket of sockets) socket.destroy();
  server.close();
});
