import type { IncomingMessage } from 'node:http';
import { type Agent, type AgentOptions, request } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { getCACertificates } from 'node:tls';
import { CodedError, realWorld, type World } from '@bosh6/base';
import { certificateFailure } from './certificate-failure.js';
import { ConnectDeadline, limitConnecting } from './connect-deadline.js';
import { fail } from './errors.js';
import { openAgent, type Way } from './proxy/open-agent.js';
import type { ProxyEnv } from './proxy/proxy-env.js';
import { hostHeader, type Target } from './target.js';
import { checkZone } from './zone.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
export interface StreamBody {
  readonly size: number;
  open(): Readable;
  readonly onProgress?: (sent: number) => void;
}
export interface Outgoing {
  readonly method: Method;
  /** Path and query. */
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | StreamBody;
  readonly signal?: AbortSignal;
}
export interface Incoming {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly stream: IncomingMessage;
  text(): Promise<string>;
}
export interface Transport {
  /** One exchange, redirects not followed; retried as the reference says (section 1.10), and not where work could start twice. */
  send(outgoing: Outgoing): Promise<Incoming>;
  close(): void;
}

const attempts = 5;
const pauseMs = 500;
/** The request never reached a server, so it may be sent again whatever it is. */
const neverSent = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTDOWN']);
/** Trying again at once will not help: nobody listens there, or the name is unknown. */
const hopeless = new Set(['ECONNREFUSED', 'ENOTFOUND']);

export interface TransportOptions {
  readonly world?: World;
  /** Names the proxy to go by; none unless said. */
  readonly env?: ProxyEnv;
  /** Hears of each exchange, and how it ended; of bodies and headers nothing. */
  readonly onExchange?: (line: string) => void;
}

/** HTTPS to one Director, over kept connections. Errors: UnknownZone, DirectorUnreachable, RequestInterrupted, Certificate*, InvalidProxy, ProxyFailed. */
export function createTransport(
  target: Target,
  ca: string | undefined,
  { world = realWorld(), env = {}, onExchange }: TransportOptions = {},
): Transport {
  const connections: AgentOptions = {
    keepAlive: true,
    maxSockets: 6,
    minVersion: 'TLSv1.2',
    ca: ca ?? [...getCACertificates('default'), ...getCACertificates('system')],
  };
  let way: Promise<Way> | undefined;

  async function send(outgoing: Outgoing): Promise<Incoming> {
    checkZone(target);
    way ??= openAgent(target, env, connections);
    const by = await way;
    const isSafe = outgoing.method === 'GET' || outgoing.method === 'HEAD';
    for (let attempt = 1; ; attempt++) {
      try {
        const incoming = await exchange(by.agent, target, outgoing, world);
        onExchange?.(`${outgoing.method} ${target.origin}${outgoing.path}: ${incoming.status}`);
        if (!isSafe || attempt === attempts || ![502, 503, 504].includes(incoming.status)) return incoming;
        incoming.stream.resume();
      } catch (cause) {
        const error = cause as NodeJS.ErrnoException;
        onExchange?.(`${outgoing.method} ${target.origin}${outgoing.path}: ${error.code ?? error.message}`);
        if (outgoing.signal?.aborted) throw error;
        const proxied = CodedError.is(error) ? error : by.failed?.(error);
        if (proxied !== undefined) throw proxied;
        const ours = await certificateFailure(error, target);
        if (ours !== undefined) throw ours;
        const late = error instanceof ConnectDeadline;
        const unsent = late || neverSent.has(error.code ?? '') || lostWhileIdle(error);
        if (attempt === attempts || late || hopeless.has(error.code ?? '') || !(isSafe || unsent))
          throw unreachable(target, outgoing, error, unsent);
      }
      await world.sleep(pauseMs, outgoing.signal);
    }
  }

  return {
    send,
    close: () =>
      void way?.then(
        ({ agent }) => agent.destroy(),
        () => undefined,
      ),
  };
}

/** The server closed a kept connection just as a request went out on it, which it therefore never read. */
function lostWhileIdle(error: NodeJS.ErrnoException & { reusedSocket?: boolean }): boolean {
  return error.reusedSocket === true && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

function unreachable(target: Target, { method, path }: Outgoing, cause: NodeJS.ErrnoException, unsent: boolean): Error {
  const where = { object: target.origin };
  const why = cause.code ?? cause.message;
  if (why === 'ENOTFOUND') {
    const hint = `check the name, and this machine's name servers: \`getent hosts ${target.host}\``;
    return fail('DirectorUnreachable', `there is no host '${target.host}' (${why})`, { where, cause, hint });
  }
  if (unsent || method === 'GET') return fail('DirectorUnreachable', `no Director answers at ${target.origin} (${why})`, { where, cause });
  return fail('RequestInterrupted', `the connection to ${target.origin} broke during ${method} ${path} (${why})`, { where, cause });
}

function exchange(agent: Agent, target: Target, outgoing: Outgoing, world: World): Promise<Incoming> {
  const { body } = outgoing;
  const text = typeof body === 'string' ? Buffer.from(body) : undefined;
  const headers: Record<string, string | number> = { host: hostHeader(target), accept: '*/*', ...outgoing.headers };
  if (outgoing.method === 'POST' || outgoing.method === 'PUT')
    headers['content-length'] = text?.length ?? (body as StreamBody | undefined)?.size ?? 0;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: target.host,
        port: target.port,
        method: outgoing.method,
        path: outgoing.path,
        headers,
        ...(outgoing.signal === undefined ? {} : { signal: outgoing.signal }),
      },
      (stream) => resolve({ status: stream.statusCode ?? 0, headers: stream.headers, stream, text: () => readText(stream) }),
    );
    limitConnecting(sent, world);
    sent.on('error', (error) => reject(Object.assign(error, { reusedSocket: sent.reusedSocket })));
    if (body === undefined || text !== undefined) sent.end(text);
    else streamBody(body as StreamBody, sent).catch(reject);
  });
}

async function streamBody(body: StreamBody, into: NodeJS.WritableStream): Promise<void> {
  let sent = 0;
  await pipeline(
    body.open(),
    async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        yield chunk;
        sent += chunk.length;
        body.onProgress?.(sent);
      }
    },
    into,
  );
}

async function readText(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
