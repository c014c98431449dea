import { connect, type Socket } from 'node:net';
import { patternOf } from '../monit-pattern.js';
import { type HttpProbe, requestOf, wrongWith } from './http-answer.js';

/** Whom to call and what is said. */
export interface Call {
  port?: number;
  unixSocket?: string;
  tls: boolean;
  http?: HttpProbe;
  /** What is sent and what is to come, in order. */
  talk: { send?: string; expect?: string }[];
  timeoutSeconds: number;
}

/** Bytes of an answer that are looked at. */
const most = 64 * 1024;

/** Connects and talks as it is said. Resolves when all is well. Rejects with what is not: refused, silent, an answer that is another. */
export async function dial(call: Call, host: string): Promise<void> {
  const { unixSocket, port = 0, timeoutSeconds } = call;
  const plain = unixSocket === undefined ? connect({ host, port }) : connect({ path: unixSocket });
  let socket: Socket = plain;
  let deadline: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    // of all of it: a peer that talks on and on is never silent
    deadline = setTimeout(() => {
      reject(new Error(plain.bytesRead === 0 ? `silent for ${timeoutSeconds} s` : `not done in ${timeoutSeconds} s`));
    }, timeoutSeconds * 1000);
    plain.once('error', reject);
  });
  over.catch(() => undefined);
  try {
    await Promise.race([once(plain, 'connect'), over]);
    if (call.tls) {
      const tls = await import('node:tls');
      // monit 5.2 looks at no certificate, and a job's own is seldom one that its machine trusts
      socket = tls.connect({ socket: plain, rejectUnauthorized: false, ...(/^[\d.:a-f]*$/i.test(host) ? {} : { servername: host }) });
      socket.on('error', () => undefined);
      await Promise.race([once(socket, 'secureConnect'), over]);
    }
    await Promise.race([talk(socket, call, host), over]);
  } finally {
    clearTimeout(deadline);
    socket.destroy();
    plain.destroy();
  }
}

async function talk(socket: Socket, { http, talk: steps }: Call, host: string): Promise<void> {
  let heard = '';
  let tell: () => void = () => undefined;
  let ended = false;
  socket.on('data', (part: Buffer) => {
    if (heard.length < most) heard += part.toString('latin1');
    tell();
  });
  socket.once('close', () => {
    ended = true;
    tell();
  });
  const hear = async (enough: () => boolean): Promise<boolean> => {
    while (!enough() && !ended && heard.length < most) await new Promise<void>((resolve) => (tell = resolve));
    return enough();
  };
  if (http !== undefined) {
    socket.write(requestOf(http, host));
    // without a content test the first line says it all
    await hear(() => http.content === undefined && heard.includes('\r\n'));
    const wrong = wrongWith(http, heard);
    if (wrong !== undefined) throw new Error(wrong);
  }
  for (const { send, expect } of steps) {
    if (send !== undefined) socket.write(bytesOf(send), 'latin1');
    if (expect === undefined) continue;
    const pattern = patternOf(expect);
    if (!(await hear(() => pattern.test(heard)))) throw new Error(`the answer does not match ${expect}`);
    heard = '';
  }
}

function once(socket: Socket, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, () => resolve());
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the connection was closed')));
  });
}

/** `\r`, `\n`, `\t` and monit's `\0xNN`. */
function bytesOf(text: string): string {
  const letters: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', '\\': '\\' };
  return text.replaceAll(/\\0x([0-9a-f]{2})|\\([rnt\\])/gi, (_, hex?: string, letter = '') =>
    hex === undefined ? (letters[letter.toLowerCase()] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
