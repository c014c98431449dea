import { fail } from '../errors.js';

/** What stands between us and a Director. */
export type DirectorProxy =
  | { readonly kind: 'http'; readonly url: string }
  | { readonly kind: 'socks5'; readonly host: string; readonly port: number; readonly user?: string; readonly password?: string }
  | { readonly kind: 'ssh'; readonly host: string; readonly port: number; readonly user?: string; readonly privateKey: string };

/** Reads what `BOSH_ALL_PROXY` or `HTTPS_PROXY` says; `name` is for the error. Errors: InvalidProxy. */
export function readProxy(name: string, text: string): DirectorProxy {
  const url = URL.parse(text);
  if (url === null || url.hostname === '') throw fail('InvalidProxy', `${name} is no URL`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const user = url.username === '' ? {} : { user: decodeURIComponent(url.username) };
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      return { kind: 'http', url: url.href };
    case 'socks5:':
    case 'socks5h:': {
      const password = url.password === '' ? {} : { password: decodeURIComponent(url.password) };
      return { kind: 'socks5', host, port: Number(url.port || 1080), ...user, ...password };
    }
    case 'ssh+socks5:': {
      const privateKey = url.searchParams.get('private-key');
      if (!privateKey) throw fail('InvalidProxy', `${name} names no private key: ssh+socks5://USER@HOST:PORT?private-key=FILE`);
      return { kind: 'ssh', host, port: Number(url.port || 22), ...user, privateKey };
    }
    default:
      throw fail('InvalidProxy', `${name} starts with '${url.protocol}//'`);
  }
}
