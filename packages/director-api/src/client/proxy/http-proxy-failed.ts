import { STATUS_CODES } from 'node:http';
import { fail } from '../errors.js';

/** Nobody was reached: with a proxy before us, not it. */
const unreached = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTDOWN']);

/** What went wrong between us and an HTTP proxy; undefined for what went wrong behind it. */
export function httpProxyFailed(url: string, cause: NodeJS.ErrnoException): Error | undefined {
  const { host } = new URL(url);
  const { code = '' } = cause;
  if (unreached.has(code)) return fail('ProxyFailed', `the proxy ${host} does not answer (${code})`, { cause });
  if (code !== 'ERR_PROXY_TUNNEL') return undefined;
  const { statusCode: status } = cause as { statusCode?: number };
  const why = status === undefined ? code : `${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
  return fail('ProxyFailed', `the proxy ${host} opens no connection: ${why}`, { cause });
}
