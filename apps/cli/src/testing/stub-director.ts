import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCa, issue } from '@bosh6/credentials';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly bytes: Buffer;
}
export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly text?: string;
}
export interface StubDirector {
  readonly port: number;
  readonly ca: string;
  /** Everything that came in, in order. */
  readonly exchanges: Exchange[];
  close(): Promise<void>;
}

const token = (claims: object): string => ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'x'].join('.');
/** What the stub's token service gives to admin with the password `secret`. */
export const adminToken = token({ user_name: 'admin', scope: ['openid', 'bosh.admin'], exp: 4102444800 });

/** An HTTPS server that stands where a Director would: token service included, other routes as the test says. For tests. */
export async function startStubDirector(
  routes: (exchange: Exchange) => Answer | undefined,
  names = ['localhost'],
  { port = 0, ips = ['127.0.0.1', '::1'] } = {},
): Promise<StubDirector> {
  const ca = await createCa('stub CA');
  const pair = await issue({ ca, commonName: 'stub', usage: 'server', san: { dns: names, ips } });
  const exchanges: Exchange[] = [];
  const server = createServer({ cert: pair.certificate, key: pair.privateKey.reveal() }, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const exchange = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: bytes.toString('utf8'),
      bytes,
    };
    exchanges.push(exchange);
    send(response, routes(exchange) ?? tokenService(exchange, request.headers.host ?? '') ?? { status: 404, text: 'no such route' });
  });
  await new Promise<void>((resolve) => server.listen(port, '::', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    ca: ca.certificate,
    exchanges,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status = 200, headers = {}, json, text }: Answer): void {
  response.writeHead(status, headers);
  response.end(json === undefined ? (text ?? '') : JSON.stringify(json));
}

function tokenService({ method, path, body }: Exchange, host: string): Answer | undefined {
  if (path === '/info') {
    return {
      json: {
        name: 'stub',
        uuid: 'u',
        version: '1',
        user: null,
        user_authentication: { type: 'uaa', options: { url: `https://${host}/uaa` } },
      },
    };
  }
  if (path === '/uaa/login') return { json: { prompts: { password: ['password', 'Password'], username: ['text', 'Email'] } } };
  if (method !== 'POST' || path !== '/uaa/oauth/token') return undefined;
  const form = new URLSearchParams(body);
  const good = form.get('refresh_token') === adminToken || (form.get('username') === 'admin' && form.get('password') === 'secret');
  return good
    ? { json: { token_type: 'bearer', access_token: adminToken, refresh_token: adminToken, expires_in: 100 } }
    : { status: 401, json: { error: 'unauthorized' } };
}
