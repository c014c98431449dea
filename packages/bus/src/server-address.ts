import { isIPv6 } from 'node:net';
import { fail } from './errors.js';

/** `host:port`, IPv6 in brackets, from any of the spellings that `connectBus` takes. Throws MalformedServer. */
export function serverAddress(text: string, defaultPort = 4222): string {
  const bare = text
    .trim()
    .replace(/^(nats|tls):\/\//, '')
    .replace(/\/$/, '');
  if (isIPv6(bare)) return `[${bare}]:${defaultPort}`;
  const match = /^(\[[^\]]+\]|[^\s:[\]@/]+)(?::(\d{1,5}))?$/.exec(bare);
  const host = match?.[1];
  const port = match?.[2] ?? `${defaultPort}`;
  if (host === undefined || Number(port) > 65_535 || (host.startsWith('[') && !isIPv6(host.slice(1, -1)))) {
    throw fail('MalformedServer', `'${text}' is no address of a bus server`);
  }
  return `${host}:${port}`;
}
