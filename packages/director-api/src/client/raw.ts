import type { Session } from './session.js';
import type { Incoming, Method } from './transport.js';

export interface RawRequest {
  readonly method: Method;
  /** Path and query. */
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface RawRoutes {
  /** One authenticated request, redirects followed, whatever the answer's status. */
  send(request: RawRequest): Promise<Incoming>;
}

const everyStatus = Array.from({ length: 500 }, (_, index) => index + 100);

export function rawRoutes(session: Session): RawRoutes {
  return { send: (request) => session.call(request, everyStatus) };
}
