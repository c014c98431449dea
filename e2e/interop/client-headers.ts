import type { OutgoingHttpHeaders } from 'node:http';

/** What the stock CLI's HTTP client adds to every request beside Host; golden files leave it out. */
export function clientHeaders(method: string, { ranged, length }: { ranged: boolean; length: number }): OutgoingHttpHeaders {
  return {
    'user-agent': 'Go-http-client/1.1',
    ...(method === 'POST' || method === 'PUT' ? { 'content-length': String(length) } : {}),
    ...(ranged ? {} : { 'accept-encoding': 'gzip' }),
    connection: 'close',
  };
}
