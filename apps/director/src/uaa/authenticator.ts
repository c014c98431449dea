import type { Info } from '@bosh6/director-api';

/** Who a request is from. */
export interface Caller {
  /** User name, or client id. */
  readonly name: string;
  readonly scopes: readonly string[];
}

/** How a Director knows who calls. */
export interface Authenticator {
  /** What `/info` says of it, to a request that came to this origin. */
  info(origin: string): Info['user_authentication'];
  /** Whom an `Authorization` header names; undefined unless all of it is in order. `from` is the address of the peer. */
  caller(header: string | undefined, from: string): Promise<Caller | undefined>;
}

/** The two words of an `Authorization` header, when its first is this one. */
export function credentialsOf(scheme: 'basic' | 'bearer', header: string | undefined): string | undefined {
  const [kind, value, ...rest] = header?.split(' ') ?? [];
  return kind?.toLowerCase() === scheme && rest.length === 0 && value !== '' ? value : undefined;
}

/** Name and secret of a `Basic` header. */
export function readBasic(header: string | undefined): { name: string; secret: string } | undefined {
  const value = credentialsOf('basic', header);
  if (value === undefined) return undefined;
  const text = Buffer.from(value, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? { name: text, secret: '' } : { name: text.slice(0, colon), secret: text.slice(colon + 1) };
}
