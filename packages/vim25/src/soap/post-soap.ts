import type { IncomingMessage } from 'node:http';
import { fail } from '../errors.js';
import { type HttpRequest, readText } from '../http/request.js';
import type { Ref } from '../schema/values.js';
import { methodOf, requestEnvelope } from './envelope.js';
import { readAnswer } from './read-answer.js';

export interface Channel {
  url: URL;
  apiVersion: string;
  send: (request: HttpRequest) => Promise<IncomingMessage>;
  /** The session's key, for services that do not read the cookie. */
  sessionKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Posts one call and reads its answer. Faults come as `VSphereFault`. */
export async function postSoap(method: string, target: Ref, args: Readonly<Record<string, unknown>>, channel: Channel): Promise<unknown> {
  const { apiVersion, signal } = channel;
  const { namespace } = methodOf(method);
  const url = namespace === undefined ? channel.url : new URL(`/${namespace}`, channel.url);
  const action = namespace === undefined ? `urn:vim25/${apiVersion}` : `urn:${namespace}/2.0`;
  const body = requestEnvelope(method, target, args, namespace === undefined ? undefined : channel.sessionKey);
  const headers = {
    'Content-Type': 'text/xml; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    SOAPAction: `"${action}"`,
  };
  const response = await channel.send({ method: 'POST', url, headers, body, signal });
  const text = await readText(response, url, signal);
  // A fault comes with status 500; every other refusal is not the API's.
  if (response.statusCode !== 200 && response.statusCode !== 500)
    throw fail('VSphereRefused', `${url.host} answers ${method} with HTTP ${response.statusCode}`, {
      details: { status: response.statusCode },
    });
  return readAnswer(text, method, target);
}
