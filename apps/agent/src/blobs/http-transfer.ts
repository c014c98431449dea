import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { Readable } from 'node:stream';
import type { World } from '@bosh6/base';
import { fail } from '../errors.js';

export interface TransferOptions {
  /** PEM; the system's roots when absent. */
  ca?: string;
  headers?: Record<string, string>;
}

/** No byte for this long ends a transfer. */
const silenceMs = 60_000;

/** Streams what a signed URL gives. Throws BlobUnavailable; never says the URL's query, which is a secret. */
export async function download(url: string, options: TransferOptions): Promise<Readable> {
  const response = await send(url, 'GET', options, (request) => request.end());
  if (response.statusCode === 200) return response;
  response.resume();
  throw fail('BlobUnavailable', `${plain(url)} answered ${response.statusCode} instead of the blob`, {
    details: { status: response.statusCode },
  });
}

/** PUTs a file to a signed URL. Throws UploadFailed. */
export async function upload(path: string, url: string, options: TransferOptions): Promise<void> {
  const { size } = await stat(path);
  const headers = { ...options.headers, 'content-length': String(size), 'content-type': 'application/octet-stream' };
  const response = await send(url, 'PUT', { ...options, headers }, (request) => {
    const source = createReadStream(path);
    source.on('error', (error) => request.destroy(error));
    source.pipe(request);
  });
  response.resume();
  const status = response.statusCode ?? 0;
  if (status < 200 || status > 299) throw fail('UploadFailed', `${plain(url)} answered ${status} to the upload`, { details: { status } });
}

/** Tries again what may succeed later: three times, 0.2 s then 1 s apart. */
export async function withRetries<T>(world: World, work: () => Promise<T>, isFinal: (error: unknown) => boolean): Promise<T> {
  for (const pause of [200, 1000]) {
    try {
      return await work();
    } catch (error) {
      if (isFinal(error)) throw error;
      await world.sleep(pause);
    }
  }
  return work();
}

async function send(
  url: string,
  method: string,
  options: TransferOptions,
  body: (request: ClientRequest) => void,
): Promise<IncomingMessage> {
  const refuse = (why: string, cause?: unknown): Error => fail(method === 'PUT' ? 'UploadFailed' : 'BlobUnavailable', why, { cause });
  const target = URL.parse(url);
  if (target === null || !/^https?:$/.test(target.protocol)) throw refuse('the signed URL is no http or https URL');
  const secure = target.protocol === 'https:';
  const { request } = secure ? await import('node:https') : await import('node:http');
  const details: RequestOptions & { ca?: string } = { method, agent: false, headers: { ...options.headers } };
  if (options.ca !== undefined && secure) details.ca = options.ca;
  return new Promise((resolve, reject) => {
    let sent: ClientRequest;
    try {
      sent = request(target, details, resolve);
    } catch (cause) {
      // A user name or a header that HTTP has no letters for.
      reject(refuse(`${plain(url)} cannot be asked: ${(cause as Error).message}`, cause));
      return;
    }
    sent.setTimeout(silenceMs, () => sent.destroy(fail('BlobUnavailable', `${plain(url)} was silent for ${silenceMs / 1000} s`)));
    sent.on('error', (cause: Error) => reject(refuse(`${plain(url)} cannot be reached: ${cause.message}`, cause)));
    body(sent);
  });
}

function plain(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
