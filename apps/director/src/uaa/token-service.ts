import type { World } from '@bosh6/base';
import type { KeyRing } from './key-ring.js';
import type { Known, Principal } from './principals.js';
import { type Claims, isRefreshToken, TokenVerifier } from './token-verifier.js';

export type { Caller } from './authenticator.js';

export interface IssuedToken {
  readonly token_type: 'bearer';
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly jti: string;
}

export interface TokenServiceOptions {
  readonly keys: KeyRing;
  readonly world: World;
  /** How long tokens hold. */
  readonly seconds: { readonly access: number; readonly refresh: number };
  readonly issuer: string;
}

/** Makes tokens: RS256 JWTs with the claims of a UAA's that BOSH's clients and Directors look at. */
export class TokenService {
  readonly keys: KeyRing;
  readonly verifier: TokenVerifier;
  readonly #options: TokenServiceOptions;

  constructor(options: TokenServiceOptions) {
    this.#options = options;
    this.keys = options.keys;
    this.verifier = new TokenVerifier({ keys: options.keys.publicKeys, algorithms: ['RS256'] }, options.world);
  }

  /** For a person, who acts through this client: with a refresh token, whose claims clients show. */
  async issueToUser({ principal, revision }: Known, client: string, scope: readonly string[]): Promise<IssuedToken> {
    const { access, refresh } = this.#options.seconds;
    const jti = this.#options.world.uuid();
    const claims = { ...claimsFor(client, scope, 'password'), sub: principal.name, user_name: principal.name };
    return {
      token_type: 'bearer',
      access_token: await this.#sign({ ...claims, jti }, access),
      refresh_token: await this.#sign({ ...claims, jti: `${jti}-r`, rev_sig: revision }, refresh),
      expires_in: access,
      scope: scope.join(' '),
      jti,
    };
  }

  async issueToClient({ name }: Principal, scope: readonly string[]): Promise<IssuedToken> {
    const { access } = this.#options.seconds;
    const jti = this.#options.world.uuid();
    return {
      token_type: 'bearer',
      access_token: await this.#sign({ ...claimsFor(name, scope, 'client_credentials'), sub: name, authorities: scope, jti }, access),
      expires_in: access,
      scope: scope.join(' '),
      jti,
    };
  }

  /** The claims of a refresh token; undefined for anything else. */
  async refresh(token: string): Promise<Claims | undefined> {
    const claims = await this.verifier.verify(token);
    return claims !== undefined && isRefreshToken(claims) ? claims : undefined;
  }

  async #sign(claims: Record<string, unknown>, seconds: number): Promise<string> {
    const { SignJWT } = await import('jose');
    const { keys, world, issuer } = this.#options;
    const now = Math.floor(world.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keys.id })
      .setIssuer(issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(keys.privateKey);
  }
}

function claimsFor(client: string, scope: readonly string[], grant: string): object {
  const audience = new Set([client, ...scope.map((one) => one.replace(/\.[^.]*$/, ''))]);
  return { client_id: client, cid: client, azp: client, grant_type: grant, scope, aud: [...audience] };
}
