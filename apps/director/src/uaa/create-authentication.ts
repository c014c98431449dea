import { createPublicKey, createSecretKey } from 'node:crypto';
import type { World } from '@bosh6/base';
import { formatEndpoint } from '@bosh6/ip';
import { attribute } from '../core/attributes.js';
import type { ExternalUaa } from '../core/authentication-config.js';
import type { DirectorConfig } from '../core/config.js';
import { readConfigured } from '../core/read-configured.js';
import { fail } from '../errors.js';
import type { Store } from '../persistence/store.js';
import type { Authenticator } from './authenticator.js';
import { basicAuthenticator } from './basic-authenticator.js';
import { parseKey, readKeyRing } from './key-ring.js';
import { LogInThrottle } from './log-in-throttle.js';
import { type Configured, Principals } from './principals.js';
import { StoredSecret } from './stored-secret.js';
import { tokenAuthenticator } from './token-authenticator.js';
import { TokenService } from './token-service.js';
import { hmacAlgorithms, rsaAlgorithms, TokenVerifier, type VerifyingKeys } from './token-verifier.js';

export interface Authentication {
  readonly authenticator: Authenticator;
  /** The Director's own token service, when it is the one that clients are sent to. */
  readonly uaa?: { readonly principals: Principals; readonly tokens: TokenService };
}

/** As the configuration says: by tokens of the Director itself, by those of another UAA, or by name and password. Throws `ConfigInvalid`, `ConfigUnreadable`. */
export async function createAuthentication(config: DirectorConfig, store: Store, world: World): Promise<Authentication> {
  const { userAuthentication: asked } = config;
  if (asked.type === 'uaa' && asked.options !== undefined) {
    const { urls, audience, issuer } = asked.options;
    return {
      authenticator: tokenAuthenticator(new TokenVerifier(await externalKeys(asked.options), world, { audience, issuer }), () => urls),
    };
  }
  const principals = await readPrincipals(config, store, world);
  if (asked.type === 'basic') return { authenticator: basicAuthenticator(principals) };
  if (config.tokenKey === undefined)
    throw fail('ConfigInvalid', '/tokenKey: the key that tokens are signed with is missing', { where: { pointer: '/tokenKey' } });
  const { names, endpoints, port, tokenSeconds: seconds } = config;
  const issuer = `https://${formatEndpoint(endpoints[0]?.address ?? names[0] ?? 'localhost', port)}/uaa/oauth/token`;
  const tokens = new TokenService({ keys: await readKeyRing(config.tokenKey), world, seconds, issuer });
  return { authenticator: tokenAuthenticator(tokens.verifier, (origin) => [`${origin}/uaa`]), uaa: { principals, tokens } };
}

async function externalKeys({ publicKey, symmetricKey }: ExternalUaa): Promise<VerifyingKeys> {
  const at = '/userAuthentication/options';
  if (symmetricKey !== undefined) {
    const text = await readConfigured(symmetricKey, `${at}/symmetricKey`);
    if (text === '') throw fail('ConfigInvalid', `'${symmetricKey}' is empty`, { where: { pointer: `${at}/symmetricKey` } });
    return { keys: [{ key: createSecretKey(Buffer.from(text)) }], algorithms: hmacAlgorithms };
  }
  const files = [publicKey ?? []].flat();
  const read = async (file: string): Promise<VerifyingKeys['keys'][number]> => {
    const pointer = `${at}/publicKey`;
    return { key: parseKey(await readConfigured(file, pointer), file, pointer, createPublicKey) };
  };
  return { keys: await Promise.all(files.map(read)), algorithms: rsaAlgorithms };
}

async function readPrincipals(config: DirectorConfig, store: Store, world: World): Promise<Principals> {
  const read = async (name: string, file: string, scopes: string[], pointer: string): Promise<Configured> => {
    return { name, scopes, secret: StoredSecret.parse(await readConfigured(file, pointer), file) };
  };
  const [users, clients] = await Promise.all([
    Promise.all(config.users.map((user, at) => read(user.name, user.passwordFile, user.scopes, `/users/${at}/passwordFile`))),
    Promise.all(config.clients.map((client, at) => read(client.name, client.secretFile, client.scopes, `/clients/${at}/secretFile`))),
  ]);
  const revisionKey = await attribute(store, 'token_revision_key', () => Buffer.from(world.bytes(32)).toString('base64url'));
  return new Principals({ users, clients, throttle: new LogInThrottle(world), revisionKey });
}
