import dgram from 'node:dgram';
import net from 'node:net';
import { IpAddress } from '@bosh6/ip';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, readQuestion } from './message.js';
import { type DnsServer, startDnsServer } from './server.js';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const query = (id: number): Buffer =>
  Buffer.concat([Buffer.from([0, id]), Buffer.from('01000001000000000000016100 0001 0001'.replaceAll(' ', ''), 'hex')]);
const many = Array.from({ length: 40 }, (_, at) => IpAddress.parse(`10.0.0.${at}`));

async function start(): Promise<{ server: DnsServer; from: string[] }> {
  const from: string[] = [];
  const server = await startDnsServer({ addresses: ['127.0.0.1'], port: 0 }, async (message, transport, sender) => {
    from.push(`${transport} ${sender}`);
    const question = readQuestion(message);
    return question === undefined ? undefined : answer(question, many, 0);
  });
  open.push(server);
  return { server, from };
}

test('over UDP a long answer is cut, over TCP it is whole, and questions that come in pieces or together are answered in turn', async () => {
  const { server, from } = await start();
  const socket = dgram.createSocket('udp4');
  open.push(socket);
  const cut = new Promise<Buffer>((resolve) => socket.once('message', resolve));
  socket.send(Buffer.from('not a question'), server.port, '127.0.0.1');
  socket.send(query(7), server.port, '127.0.0.1');
  const short = await cut;
  expect([short[1], short.readUInt16BE(2) & 0x0200, short.readUInt16BE(6)]).toEqual([7, 0x0200, 0]);

  const connection = net.connect(server.port, '127.0.0.1');
  open.push({ close: () => connection.destroy() });
  const framed = [1, 2, 3].map((id) => Buffer.concat([Buffer.from([0, query(id).length]), query(id)]));
  const bytes = Buffer.concat(framed);
  connection.write(bytes.subarray(0, 5));
  connection.write(bytes.subarray(5));
  let held = Buffer.alloc(0);
  const ids: (number | undefined)[] = [];
  for await (const chunk of connection) {
    held = Buffer.concat([held, chunk as Buffer]);
    for (; held.length >= 2 && held.length >= 2 + held.readUInt16BE(0); held = held.subarray(2 + held.readUInt16BE(0))) {
      ids.push(held[3]);
      expect(held.readUInt16BE(8)).toBe(many.length);
    }
    if (ids.length === 3) break;
  }
  expect(ids).toEqual([1, 2, 3]);
  expect(new Set(from)).toEqual(new Set(['udp 127.0.0.1', 'tcp 127.0.0.1']));
});

test('who asks over TCP and does not read is answered no further, and is not kept in memory', async () => {
  const { write } = net.Socket.prototype;
  const unread: number[] = [];
  const spied = vi.spyOn(net.Socket.prototype, 'write').mockImplementation(function (this: net.Socket, ...args: unknown[]) {
    const hasRoom = Reflect.apply(write, this, args) as boolean;
    unread.push(this.writableLength);
    return hasRoom;
  });
  const long = Buffer.alloc(60_000);
  const server = await startDnsServer({ addresses: ['127.0.0.1'], port: 0 }, async () => long);
  open.push(server, { close: () => spied.mockRestore() });
  const connection = net.connect(server.port, '127.0.0.1');
  open.push({ close: () => connection.destroy() });
  const questions = 400;
  connection.write(Buffer.concat(Array.from({ length: questions }, () => Buffer.concat([Buffer.from([0, query(1).length]), query(1)]))));
  let left = questions * (2 + long.length);
  for await (const chunk of connection) {
    left -= (chunk as Buffer).length;
    if (left === 0) break;
  }
  expect(Math.max(...unread)).toBeLessThan(1_000_000);
});

test('there are no more connections than a few, whoever opens them: each is a file of this process', async () => {
  const { server } = await start();
  const connections = Array.from({ length: 129 }, () => net.connect(server.port, '127.0.0.1'));
  open.push({ close: () => connections.forEach((each) => void each.destroy()) });
  await Promise.race(
    connections.map(
      (each) =>
        new Promise((resolve) =>
          each
            .on('error', () => undefined)
            .on('close', resolve)
            .resume(),
        ),
    ),
  );
  expect(connections.filter(({ destroyed }) => destroyed)).toHaveLength(1);
});

test('where one of the two ports is taken nothing is left behind', async () => {
  const socket = dgram.createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind({ address: '127.0.0.1', port: 0 }, resolve));
  const { port } = socket.address();
  const start = (): Promise<DnsServer> => startDnsServer({ addresses: ['127.0.0.1'], port }, async () => undefined);
  await expect(start()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await new Promise<void>((resolve) => socket.close(resolve));
  open.push(await start());
});
