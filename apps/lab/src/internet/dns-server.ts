import dgram from 'node:dgram';
import net from 'node:net';
import { answer, readQuestion } from './dns-message.js';

/**
 * Answers DNS on port 53 of every address. UDP gets a socket for each, since an answer must come from the address that was asked.
 */
export async function startDns(addresses: readonly string[], names: () => ReadonlyMap<string, readonly string[]>): Promise<void> {
  const reply = (message: Buffer): Buffer | undefined => {
    const question = readQuestion(message);
    return question === undefined ? undefined : answer(question, names());
  };
  await Promise.all(addresses.map((address) => listenUdp(address, reply)));
  const server = net.createServer((socket) => {
    let held = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      held = Buffer.concat([held, chunk]);
      while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
        const end = 2 + held.readUInt16BE(0);
        const message = reply(held.subarray(2, end));
        held = held.subarray(end);
        if (message === undefined) return socket.destroy();
        const length = Buffer.alloc(2);
        length.writeUInt16BE(message.length);
        socket.write(Buffer.concat([length, message]));
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '::', port: 53 }, resolve);
  });
}

function listenUdp(address: string, reply: (message: Buffer) => Buffer | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = dgram.createSocket(address.includes(':') ? 'udp6' : 'udp4');
    socket.once('error', reject);
    socket.on('message', (message, from) => {
      const answer = reply(message);
      if (answer !== undefined) socket.send(answer, from.port, from.address, () => undefined);
    });
    socket.bind({ address, port: 53 }, () => {
      socket.off('error', reject);
      socket.on('error', () => undefined);
      resolve();
    });
  });
}
