import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { getCACertificates } from 'node:tls';
import { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';
import { withoutCredentials } from './url-credentials.js';

const mostRedirects = 9;
const longestSilenceMs = 60_000;

export interface DownloadOptions {
  /** PEM file of certificates trusted besides the system's. */
  ca?: string;
  signal?: AbortSignal;
  /** How long a server may send nothing; a minute unless said. */
  silenceMs?: number;
  /** Called as bytes come, with the whole length when the server names it. */
  onProgress?: (done: number, total: number | undefined) => void;
}

/**
 * Writes what is at an http(s) URL to a file. Credentials in the URL are used and never told; redirects are followed.
 * Throws `DownloadNotFound` (100002) for a 404, `DownloadFailed` (100001) for anything else; nothing stays at `target` then.
 */
export async function download(location: string, target: string, options: DownloadOptions = {}): Promise<void> {
  try {
    const response = await follow(location, options);
    const total = Number(response.headers['content-length']) || undefined;
    let done = 0;
    response.on('data', (chunk: Buffer) => {
      done += chunk.length;
      options.onProgress?.(done, total);
    });
    await pipeline(response, createWriteStream(target, { mode: 0o600 }), {
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    if (total !== undefined && done !== total)
      throw fail('DownloadFailed', `'${withoutCredentials(location)}' ended after ${done} of ${total} bytes`);
  } catch (cause) {
    await rm(target, { force: true });
    options.signal?.throwIfAborted();
    if (CodedError.is(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code ?? cause) : String(cause);
    throw fail('DownloadFailed', `'${withoutCredentials(location)}' could not be downloaded: ${reason}`, { cause });
  }
}

async function follow(location: string, options: DownloadOptions): Promise<IncomingMessage> {
  const trusted = options.ca === undefined ? undefined : [...getCACertificates('default'), await readFile(options.ca, 'utf8')];
  let url = parse(location);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const response = await get(url, trusted, options);
    const status = response.statusCode ?? 0;
    if (status === 200) return response;
    response.resume();
    if (status === 404) throw fail('DownloadNotFound', `there is nothing at '${withoutCredentials(url.href)}' (404)`);
    const next = response.headers.location;
    if (![301, 302, 303, 307, 308].includes(status) || next === undefined) {
      throw fail('DownloadFailed', `'${withoutCredentials(url.href)}' answered with status ${status}`);
    }
    url = parse(new URL(next, url).href);
  }
  throw fail('DownloadFailed', `'${withoutCredentials(location)}' redirects more than ${mostRedirects} times`);
}

async function get(
  url: URL,
  ca: string[] | undefined,
  { signal, silenceMs = longestSilenceMs }: DownloadOptions,
): Promise<IncomingMessage> {
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  return new Promise((resolve, reject) => {
    let answered: IncomingMessage | undefined;
    const asked = request(
      url,
      { agent: false, ...(ca === undefined ? {} : { ca }), ...(signal === undefined ? {} : { signal }) },
      (response) => {
        answered = response;
        resolve(response);
      },
    );
    asked.setTimeout(silenceMs, () => {
      (answered ?? asked).destroy(
        fail('DownloadFailed', `'${withoutCredentials(url.href)}' sent nothing for ${silenceMs / 1000} seconds`, {
          hint: 'try again later',
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

function parse(location: string): URL {
  const url = URL.parse(location);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw fail('DownloadFailed', `'${withoutCredentials(location)}' is not an http or https URL`, { hint: 'give the URL of the tarball' });
  }
  return url;
}
