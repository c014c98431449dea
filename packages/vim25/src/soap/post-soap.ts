import type { IncomingMessage } from 'node:http';
import { fail } from '../errors.js';
import { type HttpRequest, readText } from '../http/request.js';
import type { Ref } from '../schema/values.js';
import { requestEnvelope } from './envelope.js';
import { readAnswer } from './read-answer.js';

export interface Channel {
  url: URL;
  apiVersion: string;
  send: (request: HttpRequest) => Promise<IncomingMessage>;
  signal?: AbortSignal | undefined;
}

/** Posts one call and reads its answer. Faults come as `VSphereFault`. */
export async function postSoap(method: string, target: Ref, args: Readonly<Record<string, unknown>>, channel: Channel): Promise<unknown> {
  const { url, apiVersion, signal } = channel;
  const body = requestEnvelope(method, target, args);
  const headers = {
    'Content-Type': 'text/xml; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    SOAPAction: `"urn:vim25/${apiVersion}"`,
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
