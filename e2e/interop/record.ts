import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { createServer, request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

/** One request as it came, and what the Director answered. */
export interface Exchange {
  readonly method: string;
  /** As on the wire: path and query, nothing decoded. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly answer: { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };
}

export interface Recorder {
  readonly port: number;
  /** What was seen since the last call, in the order in which it was answered. */
  take(): Exchange[];
  close(): Promise<void>;
}

export interface RecorderOptions {
  /** The Director: where it listens for this process, and the CA of its certificate. */
  readonly target: { readonly host: string; readonly port: number; readonly ca: string };
  /** Paths of a certificate for 127.0.0.1 that the recorded client trusts, and of its key. */
  readonly tls: { readonly certificate: string; readonly privateKey: string };
}

/** Starts a TLS reverse proxy on 127.0.0.1 that passes everything on as it is, the Host header too, and remembers it. */
export async function startRecorder({ target, tls }: RecorderOptions): Promise<Recorder> {
  const seen: Exchange[] = [];
  const server = createServer({ cert: readFileSync(tls.certificate), key: readFileSync(tls.privateKey) }, async (request, reply) => {
    const { method = '', url: path = '', headers } = request;
    const body = await buffer(request);
    const answer = await send({ ...target, method, path, headers }, body);
    seen.push({ method, path, headers, body, answer: { ...answer, body: unpacked(answer) } });
    reply.writeHead(answer.status, answer.headers).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    take: () => seen.splice(0),
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

/** One request on a connection of its own, with these headers and no others but what HTTP itself asks for; the body is as it came. */
export function send(options: RequestOptions & { ca: string }, body: Buffer): Promise<Exchange['answer']> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest({ ...options, agent: false, servername: '' }, (answer) => {
      buffer(answer).then((whole) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: whole }), reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** The body without its gzip. */
export function unpacked({ headers, body }: Exchange['answer']): Buffer {
  return headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}
