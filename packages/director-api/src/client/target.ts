import { CodedError } from '@bosh6/base';
import { type Endpoint, formatEndpoint, IpAddress, parseEndpoint } from '@bosh6/ip';
import { fail } from './errors.js';

/** Where a Director listens. */
export interface Target {
  /** As the person wrote it; this is what the banner shows. */
  readonly text: string;
  readonly host: string;
  readonly port: number;
  /** `https://host:port`, IPv6 literals in brackets, a zone behind `%25` (RFC 6874). */
  readonly origin: string;
}

export const directorPort = 25555;

/**
 * Reads a Director's name, address or URL. The scheme is always HTTPS and the port 25555 unless said; IPv6 literals work bare, in brackets, with and
 * without scheme and port. Errors: InvalidDirectorUrl.
 */
export function parseTarget(text: string, defaultPort: number = directorPort): Target {
  const path = pathOf(text);
  if (path !== '') throw fail('InvalidDirectorUrl', `'${text}' names no Director: '${path}' follows its address`);
  try {
    const { host, port } = parseEndpoint(text, defaultPort);
    return { text, host, port, origin: originOf({ host, port }) };
  } catch (cause) {
    if (!CodedError.is(cause)) throw cause;
    throw fail('InvalidDirectorUrl', `'${text}' names no Director: ${cause.message}`, { cause });
  }
}

function originOf({ host, port }: Endpoint): string {
  return `https://${formatEndpoint(host, port).replace('%', '%25')}`;
}

/**
 * How a Director is written down: IPv6 literals in any spelling as `https://[2001:db8::1]:25555`, the only form that the stock CLI reads too; names and
 * IPv4 addresses, and what names no Director, as they were given.
 */
export function directorUrl(text: string): string {
  const endpoint = text.includes(':') ? tryParse(text) : undefined;
  return endpoint !== undefined && IpAddress.tryParse(endpoint.host)?.family === 6 ? originOf(endpoint) : text;
}

/** Whether two texts name the same host and port: addresses are compared as numbers, with their zones. */
export function isSameDirector(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [tryParse(a), tryParse(b)];
  return one !== undefined && other !== undefined && originOf(one) === originOf(other);
}

/** `host:port` as a server hears it in the Host header: a zone means something on this machine only (RFC 6874, section 4). */
export function hostHeader({ host, port }: Endpoint): string {
  return formatEndpoint(withoutZone(host), port);
}

export function withoutZone(host: string): string {
  return host.replace(/%.*$/, '');
}

/** A URL up to its path. */
export function withoutPath(text: string): string {
  return /^(?:[a-z][a-z\d+.-]*:\/\/)?[^/?#]*/i.exec(text.trim())?.[0] ?? '';
}

/** What follows host and port; a slash alone is nothing. */
function pathOf(text: string): string {
  const path = text.trim().slice(withoutPath(text).length);
  return path === '/' ? '' : path;
}

function tryParse(text: string): Endpoint | undefined {
  if (pathOf(text) !== '') return undefined;
  try {
    return parseEndpoint(text, directorPort);
  } catch {
    return undefined;
  }
}
