import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import { Secret } from '@bosh6/base';
import { fail } from './errors.js';
import type { KeyPair, KeyType } from './types.js';

const generate = promisify(generateKeyPair);

const rsaBits: Record<Exclude<KeyType, 'ec-p256'>, number> = { 'rsa-2048': 2048, 'rsa-3072': 3072, 'rsa-4096': 4096 };

export interface WebKeyPair {
  readonly publicKey: webcrypto.CryptoKey;
  readonly privateKey: webcrypto.CryptoKey;
  readonly pem: Secret;
}

/** A new key, made off the event loop, for the certificate library and as PEM. */
export async function newKey(type: KeyType): Promise<WebKeyPair> {
  const { privateKey, publicKey } =
    type === 'ec-p256' ? await generate('ec', { namedCurve: 'prime256v1' }) : await generate('rsa', { modulusLength: rsaBits[type] });
  return {
    publicKey: toWebKey(publicKey, 'public'),
    privateKey: toWebKey(privateKey, 'private'),
    pem: new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string),
  };
}

/** Reads a PEM private key (PKCS #8, PKCS #1 or SEC 1) for signing. Throws MalformedKey. */
export async function signingKey(pem: Secret): Promise<webcrypto.CryptoKey> {
  return toWebKey(readPrivateKey(pem), 'private');
}

/** A key pair for signing tokens with RS256. */
export async function generateRsaKeyPair(bits = 2048): Promise<KeyPair> {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: bits });
  return {
    privateKey: new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  };
}

/** The public half, SPKI PEM, of a PEM private key. Throws MalformedKey. */
export function publicKeyOf(privateKey: Secret): string {
  return createPublicKey(readPrivateKey(privateKey)).export({ type: 'spki', format: 'pem' }) as string;
}

/** How a key of this kind signs a certificate. */
export function signatureOf(key: webcrypto.CryptoKey): { name: string; hash: string } {
  return { name: key.algorithm.name, hash: 'SHA-256' };
}

function readPrivateKey(pem: Secret): KeyObject {
  try {
    return createPrivateKey(pem.reveal());
  } catch {
    // The cause is left out: OpenSSL's text may quote the key.
    throw fail('MalformedKey', 'the text is no unencrypted private key in PEM');
  }
}

function toWebKey(key: KeyObject, half: 'public' | 'private'): webcrypto.CryptoKey {
  const usage = [half === 'private' ? ('sign' as const) : ('verify' as const)];
  const algorithm =
    key.asymmetricKeyType === 'rsa' ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } : { name: 'ECDSA', namedCurve: curveOf(key) };
  return key.toCryptoKey(algorithm, true, usage);
}

function curveOf(key: KeyObject): string {
  if (key.asymmetricKeyType !== 'ec') throw fail('MalformedKey', `a key of kind '${key.asymmetricKeyType}' cannot sign here`);
  const named = key.asymmetricKeyDetails?.namedCurve;
  const curves: Record<string, string> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };
  const curve = named === undefined ? undefined : curves[named];
  if (curve === undefined) throw fail('MalformedKey', `curve '${named}' is not supported`);
  return curve;
}
