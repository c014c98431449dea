import { CodedError } from '@bosh6/base';
import { formatEndpoint, parseEndpoint } from '@bosh6/ip';
import { fail } from './errors.js';

/** Where a Director listens. */
export interface Target {
  /** As the person wrote it; this is what the banner shows. */
  readonly text: string;
  readonly host: string;
  readonly port: number;
  /** `https://host:port`, IPv6 literals in brackets. */
  readonly origin: string;
}

export const directorPort = 25555;

/**
 * Reads a Director's name, address or URL. The scheme is always HTTPS and the port 25555 unless said; IPv6 literals work bare, in brackets, with and
 * without scheme and port. Errors: InvalidDirectorUrl.
 */
export function parseTarget(text: string, defaultPort: number = directorPort): Target {
  try {
    const { host, port } = parseEndpoint(text, defaultPort);
    return { text, host, port, origin: `https://${formatEndpoint(host, port)}` };
  } catch (cause) {
    if (!CodedError.is(cause)) throw cause;
    throw fail('InvalidDirectorUrl', `'${text}' names no Director: ${cause.message}`, { cause });
  }
}
