import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { World } from '@bosh6/base';
import type { Principal } from './principals.js';

const accessSeconds = 600;
const refreshSeconds = 86_400;

/** Who a request is from. */
export interface Caller {
  /** User name, or client id. */
  readonly name: string;
  readonly scopes: readonly string[];
}

export interface IssuedToken {
  readonly token_type: 'bearer';
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly jti: string;
}

/** Makes and checks tokens: RS256 JWTs with the claims that BOSH's clients and Directors look at. */
export class TokenService {
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #world: World;

  constructor(privateKeyPem: string, world: World) {
    this.#privateKey = createPrivateKey(privateKeyPem);
    this.#publicKey = createPublicKey(this.#privateKey);
    this.#world = world;
  }

  /** For a person: with a refresh token, whose claims clients show. */
  async issueToUser(user: Principal, clientId: string): Promise<IssuedToken> {
    const scope = ['openid', ...user.scopes];
    const claims = { user_name: user.name, client_id: clientId, scope };
    const jti = this.#world.uuid();
    return {
      token_type: 'bearer',
      access_token: await this.#sign({ ...claims, jti }, accessSeconds),
      refresh_token: await this.#sign({ ...claims, jti: `${jti}-r` }, refreshSeconds),
      expires_in: accessSeconds,
      scope: scope.join(' '),
      jti,
    };
  }

  async issueToClient(client: Principal): Promise<IssuedToken> {
    const jti = this.#world.uuid();
    return {
      token_type: 'bearer',
      access_token: await this.#sign({ client_id: client.name, scope: client.scopes, jti }, accessSeconds),
      expires_in: accessSeconds,
      scope: client.scopes.join(' '),
      jti,
    };
  }

  /** The caller that an access token names; undefined for anything else. */
  async access(token: string): Promise<Caller | undefined> {
    const claims = await this.#verify(token);
    return claims === undefined || claims.jti.endsWith('-r') ? undefined : claims.caller;
  }

  /** The user and client of a refresh token; undefined for anything else. */
  async refresh(token: string): Promise<{ user: string; clientId: string } | undefined> {
    const claims = await this.#verify(token);
    return claims?.jti.endsWith('-r') ? { user: claims.caller.name, clientId: claims.clientId } : undefined;
  }

  async #sign(claims: Record<string, unknown>, seconds: number): Promise<string> {
    const { SignJWT } = await import('jose');
    const now = Math.floor(this.#world.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(this.#privateKey);
  }

  async #verify(token: string): Promise<{ jti: string; clientId: string; caller: Caller } | undefined> {
    const { jwtVerify } = await import('jose');
    const checked = await jwtVerify(token, this.#publicKey, { algorithms: ['RS256'], currentDate: new Date(this.#world.now()) }).catch(
      () => undefined,
    );
    const { jti, scope, user_name: user, client_id: client, exp } = checked?.payload ?? {};
    const name = user ?? client;
    if (typeof jti !== 'string' || typeof exp !== 'number' || typeof name !== 'string' || !Array.isArray(scope)) return undefined;
    const scopes = scope.filter((one): one is string => typeof one === 'string');
    return { jti, clientId: typeof client === 'string' ? client : '', caller: { name, scopes } };
  }
}
