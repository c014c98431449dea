import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect } from '../connect.js';
import type { ConnectOptions } from '../session/options.js';
import type { Vim } from '../vim.js';
import { server as certificate } from './certificates.js';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Answers of one's own to a SOAP method or an HTTP request; undefined for the usual one. */
export type Answer = (
  name: string,
  seen: Seen,
) => { status?: number; headers?: Record<string, string | string[]>; body?: string } | undefined;

/**
 * A few canned answers over HTTPS. It stands for what the simulator cannot show: a file access that asks for a session,
 * cookies with quotes, hosts with certificates of their own, servers that break off.
 */
export class FakeVcenter {
  readonly seen: Seen[] = [];
  readonly #server: Server;
  readonly #answer: Answer;
  logins = 0;

  constructor(answer: Answer = () => undefined, tls: { cert: string; key: string } = certificate) {
    this.#answer = answer;
    this.#server = createServer(tls, (request, response) => void this.#handle(request, response));
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '::1', resolve));
    return this;
  }

  get url(): string {
    return `https://[::1]:${(this.#server.address() as AddressInfo).port}`;
  }

  connect(options: Partial<ConnectOptions> = {}): Promise<Vim> {
    return connect({ url: this.url, user: 'u', password: 'p', tls: { ca: certificate.cert }, keepAliveMs: 0, ...options });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(...[request, response]: Parameters<RequestListener>): Promise<void> {
    const body = await text(request);
    const { method = '', url = '', headers } = request;
    const name = /<soapenv:Body><(\w+) /.exec(body)?.[1] ?? `${method} ${url}`;
    const seen = { method, url, headers, body };
    this.seen.push(seen);
    const own = this.#answer(name, seen);
    const usual = this.#usual(name);
    const answer = own ?? usual;
    response.writeHead(answer.status ?? 200, answer.headers ?? {});
    response.end(answer.body ?? '');
  }

  #usual(name: string): NonNullable<ReturnType<Answer>> {
    switch (name) {
      case 'GET /sdk/vimServiceVersions.xml':
        return {
          body: '<namespaces><namespace><name>urn:vim25</name><version>9.9</version><priorVersions><version>7.0</version><version>6.5</version></priorVersions></namespace></namespaces>',
        };
      case 'RetrieveServiceContent':
        return {
          body: soap(
            name,
            '<rootFolder type="Folder">group-d1</rootFolder><propertyCollector type="PropertyCollector">pc</propertyCollector><about/><viewManager type="ViewManager">vm</viewManager><sessionManager type="SessionManager">sm</sessionManager>',
          ),
        };
      case 'Login': {
        this.logins += 1;
        const cookie = `vmware_soap_session="key-${this.logins}"; Path=/; HttpOnly; Secure`;
        return { body: soap(name, '<key>k</key>'), headers: { 'Set-Cookie': ['other=1', cookie] } };
      }
      case 'CurrentTime':
        return { body: soap(name, '2026-01-01T00:00:00Z') };
      default:
        return { body: soap(name) };
    }
  }
}

/** A SOAP answer of a method. */
export function soap(name: string, returned?: string): string {
  const value = returned === undefined ? '' : `<returnval>${returned}</returnval>`;
  return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><e:Body><${name}Response xmlns="urn:vim25">${value}</${name}Response></e:Body></e:Envelope>`;
}

/** The same of a method that gives a reference. */
export function soapRef(name: string, type: string, value: string): string {
  return soap(name, value).replace('<returnval>', `<returnval type="${type}">`);
}
