import { type Authenticator, credentialsOf } from './authenticator.js';
import { isRefreshToken, type TokenVerifier } from './token-verifier.js';

/** The Director asks for an access token of a UAA, its own one or another. `urls` says where that is for who came to this origin. */
export function tokenAuthenticator(verifier: TokenVerifier, urls: (origin: string) => string[]): Authenticator {
  return {
    info: (origin) => {
      const all = urls(origin);
      return { type: 'uaa', options: { url: all[0] ?? '', urls: all } };
    },
    caller: async (header) => {
      const token = credentialsOf('bearer', header);
      const claims = token === undefined ? undefined : await verifier.verify(token);
      return claims === undefined || isRefreshToken(claims) ? undefined : { name: claims.name, scopes: claims.scope };
    },
  };
}
