import { fail } from './errors.js';
import { IpAddress } from './ip-address.js';

export interface Endpoint {
  /** A name as given, or an address in its canonical spelling, without brackets. */
  host: string;
  port: number;
}

/** `host:port`, with brackets around an IPv6 literal; without a port just the host as a URL takes it. */
export function formatEndpoint(host: string, port?: number): string {
  const address = IpAddress.tryParse(host);
  const text = address === undefined ? host : address.family === 6 ? `[${address}]` : address.toString();
  return port === undefined ? text : `${text}:${port}`;
}

/**
 * Reads what people type for a server: a name or address, with or without port, brackets or a URL's scheme and path.
 * A bare IPv6 literal is never taken for address and port. Throws `InvalidEndpoint`.
 */
export function parseEndpoint(text: string, defaultPort: number): Endpoint {
  const invalid = (why: string): Error => fail('InvalidEndpoint', `'${text}' is not a host or host and port: ${why}`);
  const rest = text
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '');
  const whole = IpAddress.tryParse(rest);
  if (whole !== undefined) return { host: whole.toString(), port: defaultPort };
  const match = /^(?:\[([^\]]*)\]|([^:[\]]+))(?::(\d*))?$/.exec(rest);
  if (match === null) throw invalid('it has colons or brackets in wrong places');
  const [, literal, name, portText] = match;
  const port = portText === undefined || portText === '' ? defaultPort : Number(portText);
  if (port > 65535 || (port === 0 && defaultPort !== 0)) throw invalid(`${port} is no port`);
  if (literal !== undefined) {
    const address = IpAddress.tryParse(literal.replace(/%25/, '%'));
    if (address?.family !== 6) throw invalid(`'${literal}' is no IPv6 address`);
    return { host: address.toString(), port };
  }
  const host = name ?? '';
  const address = IpAddress.tryParse(host);
  if (address !== undefined) return { host: address.toString(), port };
  if (/^[\d.]+$/.test(host)) throw invalid(`'${host}' is no IPv4 address`);
  if (!/^[\w.-]+$/.test(host)) throw invalid(`'${host}' is no host name`);
  return { host, port };
}
