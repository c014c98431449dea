import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Endpoint } from './endpoint.js';
import { transportError } from './transport-error.js';

export interface HttpRequest {
  method: string;
  url: URL;
  headers?: OutgoingHttpHeaders;
  body?: string | Readable;
  signal?: AbortSignal | undefined;
}

/** Sends a request over the endpoint's connections and gives the response once its headers are there. The caller reads its body. */
export async function sendRequest(endpoint: Endpoint, { method, url, headers = {}, body, signal }: HttpRequest): Promise<IncomingMessage> {
  signal?.throwIfAborted();
  const sent = request(url, { method, headers, agent: endpoint.agent, ...(signal === undefined ? {} : { signal }) });
  sent.setTimeout(endpoint.connectTimeoutMs, () => {
    // Only for the time until the connection stands: answers may take hours.
    if (sent.socket === null || sent.socket.connecting) sent.destroy(new Error(`no connection within ${endpoint.connectTimeoutMs} ms`));
  });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
  try {
    if (body === undefined || typeof body === 'string') {
      sent.end(body);
      return await response;
    }
    // A server that refuses may answer before it has read all; that answer says more than the broken pipe.
    const [answer] = await Promise.all([response, Promise.race([pipeline(body, sent), response])]);
    return answer;
  } catch (error) {
    sent.destroy();
    if (signal?.aborted) throw signal.reason;
    throw transportError(error, url);
  }
}

/** Reads a response's body as text. */
export async function readText(response: IncomingMessage, url: URL, signal?: AbortSignal): Promise<string> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of response) pieces.push(piece as Buffer);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw transportError(error, url);
  }
  return Buffer.concat(pieces).toString('utf8');
}
