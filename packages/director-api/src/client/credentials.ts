import type { Secret } from '@bosh6/base';

/** What the token service gives. */
export interface Tokens {
  readonly tokenType: string;
  readonly accessToken: string;
  /** Missing for clients. */
  readonly refreshToken?: string;
}

/** Who speaks. A client is a UAA client, or a user and password where the Director itself checks (type `basic`). */
export type Credentials =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'client'; readonly client: string; readonly secret: Secret }
  | { readonly kind: 'user'; readonly tokens: Tokens };

export interface TokenClaims {
  readonly userName?: string;
  readonly scopes: readonly string[];
  /** Epoch seconds. */
  readonly expiresAt?: number;
}

/** The claims of a JWT, unverified: good for showing and for guessing when to refresh. Undefined when it is none. */
export function readClaims(token: string): TokenClaims | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null) return undefined;
    const { user_name: userName, scope, exp } = claims as { user_name?: unknown; scope?: unknown; exp?: unknown };
    return {
      scopes: Array.isArray(scope) ? scope.filter((one): one is string => typeof one === 'string') : [],
      ...(typeof userName === 'string' ? { userName } : {}),
      ...(typeof exp === 'number' ? { expiresAt: exp } : {}),
    };
  } catch {
    return undefined;
  }
}
