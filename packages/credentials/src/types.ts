import type { Secret, World } from '@bosh6/base';

/** `ec-p256` is made in well under a millisecond; an RSA key takes from tens of milliseconds to seconds. */
export type KeyType = 'ec-p256' | 'rsa-2048' | 'rsa-3072';

/** A certificate and the key that belongs to it, both PEM; the key is PKCS #8. */
export interface PemPair {
  readonly certificate: string;
  readonly privateKey: Secret;
}

/** An RSA key for signing tokens (RS256): PKCS #8 and SPKI PEM. */
export interface KeyPair {
  readonly privateKey: Secret;
  readonly publicKey: string;
}

export interface SubjectAltNames {
  readonly dns?: readonly string[];
  /** Addresses of either family, any spelling. */
  readonly ips?: readonly string[];
}

export interface CreateCaOptions {
  /** Days the certificate is valid, from five minutes ago. 3650 unless said. */
  readonly days?: number;
  /** `ec-p256` unless said. */
  readonly key?: KeyType;
  readonly world?: World;
}

export interface IssueOptions {
  readonly ca: PemPair;
  /** Either a common name alone ... */
  readonly commonName?: string;
  /** ... or a whole name, its parts in the order given: `C=USA, O=Cloud Foundry, CN=...`. No length rule of X.520 is applied. */
  readonly dn?: string;
  readonly san?: SubjectAltNames;
  readonly usage: 'server' | 'client';
  /** 730 unless said. */
  readonly days?: number;
  /** `ec-p256` unless said. */
  readonly key?: KeyType;
  readonly world?: World;
}
