import { hash, type KeyObject } from 'node:crypto';
import type { World } from '@bosh6/base';
import { z } from 'zod';

export interface VerifyingKey {
  /** Tokens that name another key are not tried with this one. */
  readonly id?: string;
  readonly key: KeyObject;
}

export interface VerifyingKeys {
  readonly keys: readonly VerifyingKey[];
  /** The only ones that tokens may be signed with, whatever their headers say. */
  readonly algorithms: readonly string[];
}

export const rsaAlgorithms = ['RS256', 'RS384', 'RS512'];
export const hmacAlgorithms = ['HS256', 'HS384', 'HS512'];

const claimsSchema = z
  .object({
    jti: z.string().min(1),
    exp: z.int(),
    scope: z.array(z.string()),
    user_name: z.string().optional(),
    client_id: z.string().optional(),
    rev_sig: z.string().optional(),
  })
  .transform((claims) => ({ ...claims, name: claims.user_name || claims.client_id || '' }))
  .refine(({ name }) => name !== '');

/** Of so many tokens the signature is not computed again; clients come with theirs for minutes. */
const maxRemembered = 1000;

/** What a Director looks at in a token of a UAA. `name` is the user's, or the client's. */
export type Claims = z.output<typeof claimsSchema>;

/** Refresh tokens have the ids of access tokens with this behind. */
export function isRefreshToken({ jti }: Pick<Claims, 'jti'>): boolean {
  return jti.endsWith('-r');
}

/** Checks tokens: signature, algorithm, end, and audience and issuer where the configuration names them. Nobody is asked (director-api reference, section 3.5). */
export class TokenVerifier {
  readonly #known: VerifyingKeys;
  readonly #world: World;
  readonly #expected: { audience?: string | undefined; issuer?: string | undefined };

  /** Claims of tokens that were in order, by the token's digest. */
  readonly #remembered = new Map<string, Claims>();

  constructor(known: VerifyingKeys, world: World, expected: { audience?: string | undefined; issuer?: string | undefined } = {}) {
    this.#known = known;
    this.#world = world;
    this.#expected = expected;
  }

  /** The claims; undefined when anything is wrong with the token. */
  async verify(token: string): Promise<Claims | undefined> {
    const digest = hash('sha256', token);
    const remembered = this.#remembered.get(digest);
    if (remembered !== undefined && remembered.exp > Math.floor(this.#world.now() / 1000)) return remembered;
    this.#remembered.delete(digest);
    const claims = await this.#check(token);
    if (claims !== undefined) this.#remember(digest, claims);
    return claims;
  }

  #remember(digest: string, claims: Claims): void {
    this.#remembered.set(digest, claims);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > maxRemembered && oldest !== undefined) this.#remembered.delete(oldest);
  }

  async #check(token: string): Promise<Claims | undefined> {
    const { decodeProtectedHeader, jwtVerify } = await import('jose');
    const { audience, issuer } = this.#expected;
    const options = {
      algorithms: [...this.#known.algorithms],
      currentDate: new Date(this.#world.now()),
      ...(audience === undefined ? {} : { audience }),
      ...(issuer === undefined ? {} : { issuer }),
    };
    try {
      const { kid } = decodeProtectedHeader(token);
      for (const { id, key } of this.#known.keys) {
        if (id !== undefined && kid !== undefined && kid !== id) continue;
        const checked = await jwtVerify(token, key, options).catch(() => undefined);
        if (checked !== undefined) return claimsSchema.safeParse(checked.payload).data;
      }
    } catch {
      // Not even the shape of a token.
    }
    return undefined;
  }
}
