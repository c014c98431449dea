import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { DirectorConfig } from '../core/config.js';
import { readConfigured } from '../core/read-configured.js';
import { fail } from '../errors.js';
import type { VerifyingKey } from './token-verifier.js';

/** One of `/token_keys`, as UAAs tell them: a JWK (RFC 7517) with the same key as PEM beside. */
export interface PublishedKey {
  readonly kty: 'RSA';
  readonly e: string;
  readonly n: string;
  readonly use: 'sig';
  readonly alg: 'RS256';
  readonly kid: string;
  readonly value: string;
}

/** The key that tokens are signed with, and the public ones that they are checked with: it, and those that were it before. */
export interface KeyRing {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKeys: readonly (Required<VerifyingKey> & { published: PublishedKey })[];
}

/** Throws `ConfigUnreadable`, and `ConfigInvalid` for what is no RSA key. */
export async function readKeyRing({ privateKey, previous }: NonNullable<DirectorConfig['tokenKey']>): Promise<KeyRing> {
  const signing = await read(privateKey, '/tokenKey/privateKey', createPrivateKey);
  const others = await Promise.all(previous.map((file, at) => read(file, `/tokenKey/previous/${at}`, createPublicKey)));
  const publicKeys = [createPublicKey(signing), ...others].map((key) => {
    const published = publish(key);
    return { id: published.kid, key, published };
  });
  return { id: publicKeys[0]?.id ?? '', privateKey: signing, publicKeys };
}

/** Named by its thumbprint (RFC 7638). */
function publish(key: KeyObject): PublishedKey {
  const { e = '', n = '' } = key.export({ format: 'jwk' });
  const kid = createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url');
  return { kty: 'RSA', e, n, use: 'sig', alg: 'RS256', kid, value: String(key.export({ type: 'spki', format: 'pem' })) };
}

async function read(file: string, pointer: string, make: (pem: string) => KeyObject): Promise<KeyObject> {
  return parseKey(await readConfigured(file, pointer), file, pointer, make);
}

/** An RSA key of a PEM text. Throws `ConfigInvalid`. */
export function parseKey(pem: string, file: string, pointer: string, make: (pem: string) => KeyObject): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = make(pem);
  } catch {
    // Said below; the cause could quote the key.
  }
  if (key?.asymmetricKeyType === 'rsa') return key;
  throw fail('ConfigInvalid', `'${file}' holds no RSA key as PEM`, { where: { pointer }, hint: `correct ${pointer} of the configuration` });
}
