import type { World } from '@bosh6/base';
import { type Credentials, readClaims, type Tokens } from './credentials.js';
import { fail } from './errors.js';
import { refusal } from './refusal.js';
import type { Incoming, Outgoing, Transport } from './transport.js';
import type { Uaa } from './uaa.js';

export interface Session {
  /** An authenticated exchange: redirects followed with GET, a 401 answered once with fresh credentials, any other failure thrown. */
  call(outgoing: Outgoing, accepted?: readonly number[]): Promise<Incoming>;
  /** The same for what may not be there, route or thing: undefined after a 404. */
  find(outgoing: Outgoing): Promise<Incoming | undefined>;
}
export interface SessionOptions {
  readonly transport: Transport;
  readonly world: World;
  readonly credentials: Credentials;
  /** The token service, when the Director has one. */
  readonly uaa: () => Promise<Uaa | undefined>;
  readonly onTokens?: (tokens: Tokens) => void;
}

const success = [200, 201, 204, 206];
const redirects = [301, 302, 303, 307, 308];
const mostHops = 10;
/** Refresh this long before a token ends, so that it does not end on the way. */
const marginSeconds = 5;

export function createSession({ transport, world, credentials, uaa, onTokens }: SessionOptions): Session {
  let tokens: Tokens | undefined = credentials.kind === 'user' ? credentials.tokens : undefined;
  let refreshing: Promise<void> | undefined;

  async function renew(): Promise<boolean> {
    const service = credentials.kind === 'anonymous' ? undefined : await uaa();
    if (service === undefined) return false;
    refreshing ??= (async () => {
      if (credentials.kind === 'client') {
        tokens = await service.grant({ grant_type: 'client_credentials' }, credentials);
      } else {
        const refreshToken = tokens?.refreshToken;
        if (refreshToken === undefined) throw fail('AuthenticationFailed', 'the log-in has no refresh token');
        tokens = await service.grant({ grant_type: 'refresh_token', refresh_token: refreshToken });
        onTokens?.(tokens);
      }
    })();
    try {
      await refreshing;
    } finally {
      refreshing = undefined;
    }
    return true;
  }

  async function authorization(): Promise<string | undefined> {
    if (credentials.kind === 'anonymous') return undefined;
    if (credentials.kind === 'client' && (await uaa()) === undefined) {
      return `Basic ${Buffer.from(`${credentials.client}:${credentials.secret.reveal()}`).toString('base64')}`;
    }
    if (tokens === undefined || endsSoon(tokens, world)) await renew();
    return tokens === undefined ? undefined : `${tokens.tokenType} ${tokens.accessToken}`;
  }

  async function authorized(outgoing: Outgoing): Promise<Incoming> {
    const once = async (): Promise<Incoming> => {
      const header = await authorization();
      return transport.send(header === undefined ? outgoing : { ...outgoing, headers: { ...outgoing.headers, authorization: header } });
    };
    const incoming = await once();
    // A 401 of ours means: not sent to a handler yet. So the same request may go out again, once.
    if (incoming.status !== 401 || !(await renew())) return incoming;
    incoming.stream.resume();
    return once();
  }

  const session: Session = {
    async call(outgoing, accepted = success) {
      let incoming = await authorized(outgoing);
      for (let hops = 0; redirects.includes(incoming.status); hops++) {
        if (hops === mostHops)
          throw fail('TooManyRedirects', `${outgoing.method} ${outgoing.path} was redirected more than ${mostHops} times`);
        incoming.stream.resume();
        // Host and port stay ours: behind a tunnel the Director does not know how it is reached (reference 1.8).
        const path = (incoming.headers.location ?? '').replace(/^[a-z]+:\/\/[^/]*/i, '');
        if (!path.startsWith('/')) throw fail('UnreadableAnswer', `${outgoing.method} ${outgoing.path} was redirected to no path`);
        incoming = await authorized({ method: 'GET', path, ...(outgoing.signal === undefined ? {} : { signal: outgoing.signal }) });
      }
      if (accepted.includes(incoming.status)) return incoming;
      throw refusal(outgoing, incoming.status, await incoming.text());
    },
    async find(outgoing) {
      const incoming = await session.call(outgoing, [200, 404]);
      if (incoming.status === 200) return incoming;
      incoming.stream.resume();
      return undefined;
    },
  };
  return session;
}

function endsSoon({ accessToken }: Tokens, world: World): boolean {
  const expiresAt = readClaims(accessToken)?.expiresAt;
  return expiresAt !== undefined && expiresAt - marginSeconds <= world.now() / 1000;
}
