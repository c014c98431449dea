import { Agent } from 'node:https';
import { fail } from '../errors.js';

export interface TlsOptions {
  /** Certificates, PEM, trusted instead of the system's. */
  ca?: string | readonly string[];
  /** False trusts whoever answers. For laboratories; only this client is concerned. */
  rejectUnauthorized?: boolean;
}

/** Where a server is, and the connections to it that are kept. */
export interface Endpoint {
  /** With brackets around an IPv6 address. */
  readonly url: URL;
  readonly agent: Agent;
  readonly tls: TlsOptions;
  readonly connectTimeoutMs: number;
}

/** Reads a server's URL; the path is `/sdk` unless it says otherwise. */
export function createEndpoint(text: string, tls: TlsOptions = {}, connectTimeoutMs = 30_000): Endpoint {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.protocol !== 'https:')
    throw fail('VSphereUrlInvalid', `'${text}' is no https URL; an IPv6 address stands in brackets: https://[fd00::10]`);
  if (url.username !== '' || url.password !== '') throw fail('VSphereUrlInvalid', 'user and password do not belong into the URL');
  if (url.pathname === '/' || url.pathname === '') url.pathname = '/sdk';
  const agent = new Agent({ keepAlive: true, maxSockets: 64, ...tlsOf(tls) });
  return { url, agent, tls, connectTimeoutMs };
}

function tlsOf({ ca, rejectUnauthorized }: TlsOptions): { ca?: string | string[]; rejectUnauthorized?: boolean } {
  return {
    ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
  };
}
