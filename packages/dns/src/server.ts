import dgram from 'node:dgram';
import net from 'node:net';
import { cutToUdp, readQuestion } from './message.js';

export interface DnsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Answers one message, without thought of its length; undefined says nothing. Never throws. */
export type Reply = (message: Buffer, transport: 'udp' | 'tcp', from: string) => Promise<Buffer | undefined>;

export interface DnsServerOptions {
  /** UDP gets a socket for each, since an answer must come from the address that was asked. */
  readonly addresses: readonly string[];
  /** For TCP; the first of the addresses unless said. */
  readonly tcpHost?: string;
  /** 53 unless said; 0 takes a free one, which needs a single address. */
  readonly port?: number;
}

/** A stranger may not hold a connection for ever. */
const idleMs = 30_000;
/** Each is a file of this process, which has others to open. */
const mostConnections = 128;

/** Answers DNS over UDP and TCP. Rejects with the system's error where it cannot listen, and leaves nothing behind then. */
export async function startDnsServer({ addresses, tcpHost, port = 53 }: DnsServerOptions, reply: Reply): Promise<DnsServer> {
  const server = net.createServer((socket) => serve(socket, reply));
  server.maxConnections = mostConnections;
  const sockets: dgram.Socket[] = [];
  const connections = new Set<net.Socket>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.close();
    for (const socket of connections) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host: tcpHost ?? addresses[0], port }, resolve);
    });
    const bound = (server.address() as net.AddressInfo).port;
    for (const address of addresses) sockets.push(await listenUdp(address, bound, reply));
    return { port: bound, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One question after the other, each behind its length (RFC 1035, 4.2.2). */
function serve(socket: net.Socket, reply: Reply): void {
  let held = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.setTimeout(idleMs, () => socket.destroy());
  socket.on('data', async (chunk) => {
    held = Buffer.concat([held, chunk]);
    socket.pause();
    while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
      const end = 2 + held.readUInt16BE(0);
      const message = await reply(held.subarray(2, end), 'tcp', socket.remoteAddress ?? '');
      held = held.subarray(end);
      if (message === undefined || socket.destroyed) return void socket.destroy();
      const length = Buffer.alloc(2);
      length.writeUInt16BE(message.length);
      if (!socket.write(Buffer.concat([length, message]))) await drained(socket);
    }
    socket.resume();
  });
}

/** Resolves when the other side has read what was said, or is gone. */
function drained(socket: net.Socket): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      socket.off('drain', end).off('close', end);
      resolve();
    };
    socket.on('drain', end).on('close', end);
  });
}

function listenUdp(address: string, port: number, reply: Reply): Promise<dgram.Socket> {
  return new Promise((resolve, reject) => {
    const socket = dgram.createSocket(address.includes(':') ? 'udp6' : 'udp4');
    let isOpen = true;
    socket.on('close', () => {
      isOpen = false;
    });
    socket.once('error', (error) => {
      socket.close();
      reject(error);
    });
    socket.on('message', async (message, from) => {
      const question = readQuestion(message);
      const whole = await reply(message, 'udp', from.address);
      if (whole === undefined || !isOpen) return;
      socket.send(question === undefined ? whole : cutToUdp(whole, question), from.port, from.address, () => undefined);
    });
    socket.bind({ address, port }, () => {
      socket.removeAllListeners('error');
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}
