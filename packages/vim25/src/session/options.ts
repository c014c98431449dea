import type { Secret, World } from '@bosh6/base';
import type { TlsOptions } from '../http/endpoint.js';

export interface ConnectOptions {
  /** `https://vcenter.example.com`, `https://[fd00::10]`; the path is `/sdk` unless the URL has one. */
  url: string;
  user: string;
  password: string | Secret;
  tls?: TlsOptions;
  /** Version of the API to ask for; by default the newest that both sides know. */
  apiVersion?: string;
  /** A call every so often keeps an idle session; 0 for never. Default 60 s. */
  keepAliveMs?: number;
  connectTimeoutMs?: number;
  /** How the server lists this client's session. */
  userAgent?: string;
  world?: World;
  signal?: AbortSignal;
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
}
