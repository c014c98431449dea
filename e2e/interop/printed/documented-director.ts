import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCa, issue } from '@bosh6/credentials';
import { parse } from 'yaml';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly text?: string;
  /** Until then only a piece of what is sent is taken, and half of the answer given. */
  readonly until?: Promise<void>;
  /** The connection breaks once the request has come. */
  readonly hangsUp?: boolean;
}

/** By method and path; a list is given out one by one, its last for good. */
export type Answers = Readonly<Record<string, Answer | readonly Answer[]>>;

/** A request as it came, its body read where it is JSON or YAML. */
export interface Request {
  readonly method: string;
  /** Path and query as on the wire. */
  readonly path: string;
  readonly type?: string;
  readonly body?: unknown;
}

export interface DocumentedDirector {
  readonly port: number;
  readonly ca: string;
  /** Answers like this from now on, and forgets what it was asked. */
  answerWith(answers: Answers): void;
  readonly requests: readonly Request[];
  close(): Promise<void>;
}

const info = {
  name: 'documented',
  uuid: '8b9c2d1e-0000-4000-8000-000000000001',
  version: '283.1.6 (00000000)',
  user: 'admin',
  cpi: 'warden',
  user_authentication: { type: 'basic', options: {} },
  features: { local_dns: { status: true, extras: { domain_name: 'bosh' } }, config_server: { status: false, extras: { urls: [] } } },
};

/** An HTTPS server that stands where the original Director would, and answers as that one is documented to (director-api reference 4 and 5). */
export async function startDocumentedDirector(): Promise<DocumentedDirector> {
  const ca = await createCa('documented Director');
  const pair = await issue({ ca, commonName: 'director', usage: 'server', san: { dns: ['localhost'], ips: ['127.0.0.1'] } });
  const requests: Request[] = [];
  let answers: Answers = {};
  const given = new Map<string, number>();
  const answerFor = (key: string): Answer => {
    const found = answers[key] ?? (key === 'GET /info' ? { json: info } : undefined);
    if (found === undefined) return { status: 404, text: 'Endpoint not found' };
    if (!('length' in found)) return found as Answer;
    const list = found as readonly Answer[];
    const at = given.get(key) ?? 0;
    given.set(key, at + 1);
    return list[Math.min(at, list.length - 1)] ?? {};
  };
  const server = createServer({ cert: pair.certificate, key: pair.privateKey.reveal() }, async (request, response) => {
    const { method = '', url = '', headers } = request;
    // The stock CLI writes an empty query too.
    const path = url.replace(/\?$/, '');
    const { status = 200, headers: more = {}, json, text = '', until, hangsUp = false } = answerFor(`${method} ${path}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
      await until;
    }
    const body = Buffer.concat(chunks).toString();
    const type = headers['content-type'];
    requests.push({ method, path, ...(type === undefined ? {} : { type }), ...(body === '' ? {} : { body: readBody(type, body) }) });
    if (hangsUp) return void request.socket.destroy();
    const whole = Buffer.from(json === undefined ? text : JSON.stringify(json));
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
    if (from > 0 && whole.length > 0) {
      if (from >= whole.length) return void response.writeHead(416, { 'content-range': `bytes */${whole.length}` }).end();
      const range = `bytes ${from}-${whole.length - 1}/${whole.length}`;
      return void response.writeHead(206, { 'content-range': range }).end(whole.subarray(from));
    }
    response.writeHead(status, { 'content-length': String(whole.length), ...more });
    const sent = until === undefined ? 0 : whole.length >> 1;
    if (sent > 0) response.write(whole.subarray(0, sent));
    await until;
    response.end(whole.subarray(sent));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    ca: ca.certificate,
    answerWith(fresh) {
      answers = fresh;
      given.clear();
      requests.length = 0;
    },
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function readBody(type: string | undefined, body: string): unknown {
  if (type?.startsWith('application/json') === true) return JSON.parse(body);
  return type === 'text/yaml' ? parse(body) : body;
}
