import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
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

/**
 * Sends a request over the endpoint's connections and gives the response once its headers are there. The caller reads its body.
 * A kept connection that the server has just dropped is replaced by a new one, once.
 */
export async function sendRequest(endpoint: Endpoint, request: HttpRequest): Promise<IncomingMessage> {
  const { url, body, signal } = request;
  signal?.throwIfAborted();
  const repeatable = body === undefined || typeof body === 'string';
  for (let again = repeatable; ; again = false) {
    const sent = open(endpoint, request);
    try {
      return await exchange(sent, body);
    } catch (error) {
      sent.destroy();
      if (signal?.aborted) throw signal.reason;
      const dropped = sent.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
      if (!again || !dropped) throw transportError(error, url);
    }
  }
}

function open({ agent, connectTimeoutMs }: Endpoint, { method, url, headers = {}, signal }: HttpRequest): ClientRequest {
  const sent = request(url, { method, headers, agent, ...(signal === undefined ? {} : { signal }) });
  // Only until the connection stands: answers may take hours.
  sent.once('socket', (socket) => {
    if (!socket.connecting) return;
    const timer = setTimeout(() => sent.destroy(new Error(`no connection within ${connectTimeoutMs} ms`)), connectTimeoutMs);
    const stop = (): void => clearTimeout(timer);
    socket.once('secureConnect', stop);
    socket.once('close', stop);
  });
  return sent;
}

async function exchange(sent: ClientRequest, body: HttpRequest['body']): Promise<IncomingMessage> {
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
  if (body === undefined || typeof body === 'string') {
    sent.end(body);
    return response;
  }
  // A server that refuses may answer before it has read all; that answer says more than the broken pipe.
  const [answer] = await Promise.all([response, Promise.race([pipeline(body, sent), response])]);
  return answer;
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
