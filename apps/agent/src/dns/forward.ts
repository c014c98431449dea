import dgram from 'node:dgram';
import net from 'node:net';
import type { World } from '@bosh6/base';
import { answers, type Question } from '@bosh6/dns';

/** So that three servers that are silent cost less than the 5 s after which the C library gives up. */
const patienceMs = 1_500;
/** SERVFAIL, NOTIMP, REFUSED: another server may know better. */
const unwilling = new Set([2, 4, 5]);

export interface Forward {
  readonly servers: readonly string[];
  readonly port: number;
  readonly transport: 'udp' | 'tcp';
  readonly world: World;
}

/** The first answer of these servers that is one; else what the last said, undefined when all are silent. */
export async function forward(
  message: Buffer,
  question: Question,
  { servers, port, transport, world }: Forward,
): Promise<Buffer | undefined> {
  // Its own id and port for each question: whoever guesses at answers must not know them (RFC 5452).
  const id = Buffer.from(world.bytes(2));
  const asked = { ...question, id: id.readUInt16BE(0) };
  const own = Buffer.concat([id, message.subarray(2)]);
  let last: Buffer | undefined;
  for (const server of servers) {
    const answer = await (transport === 'udp' ? overUdp : overTcp)(own, asked, { server, port, world });
    if (answer === undefined) continue;
    last = Buffer.concat([message.subarray(0, 2), answer.subarray(2)]);
    if (!unwilling.has(last.readUInt16BE(2) & 0x000f)) return last;
  }
  return last;
}

interface Server {
  readonly server: string;
  readonly port: number;
  readonly world: World;
}

function overUdp(message: Buffer, question: Question, { server, port, world }: Server): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const socket = dgram.createSocket(server.includes(':') ? 'udp6' : 'udp4');
    const end = (answer?: Buffer): void => {
      timer.cancel();
      socket.removeAllListeners();
      socket.on('error', () => undefined);
      socket.close();
      resolve(answer);
    };
    const timer = world.after(patienceMs, () => end());
    socket.on('error', () => end());
    socket.on('message', (answer) => {
      if (answers(answer, question)) end(answer);
    });
    // Connected: only that server is heard, and where nobody listens the kernel says so at once.
    socket.once('connect', () => socket.send(message));
    socket.connect(port, server);
  });
}

function overTcp(message: Buffer, question: Question, { server, port, world }: Server): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: server, port });
    let held = Buffer.alloc(0);
    const end = (answer?: Buffer): void => {
      timer.cancel();
      socket.destroy();
      resolve(answer);
    };
    const timer = world.after(patienceMs, () => end());
    socket.on('error', () => end());
    socket.on('close', () => end());
    socket.on('data', (chunk) => {
      held = Buffer.concat([held, chunk]);
      if (held.length < 2 || held.length < 2 + held.readUInt16BE(0)) return;
      const answer = held.subarray(2, 2 + held.readUInt16BE(0));
      end(answers(answer, question) ? answer : undefined);
    });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(message.length);
    socket.write(Buffer.concat([length, message]));
  });
}
