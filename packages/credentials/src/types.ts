import type { Secret, World } from '@bosh6/base';

/** `ec-p256` is made in well under a millisecond; an RSA key takes from tens of milliseconds to seconds. */
export type KeyType = 'ec-p256' | 'rsa-2048' | 'rsa-3072' | 'rsa-4096';

/** As RFC 5280 names the bits of its section 4.2.1.3. */
export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';
export type ExtendedKeyUsage = 'serverAuth' | 'clientAuth' | 'codeSigning' | 'emailProtection' | 'timeStamping';

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

/** A key for ssh. */
export interface SshKeyPair {
  /** PKCS #1 PEM, as `ssh -i` reads it. */
  readonly privateKey: Secret;
  /** A line as in authorized_keys. */
  readonly publicKey: string;
  /** MD5, as `ssh-keygen -l -E md5` prints it after `MD5:`. */
  readonly fingerprint: string;
}

export interface SubjectAltNames {
  readonly dns?: readonly string[];
  /** Addresses of either family, any spelling. */
  readonly ips?: readonly string[];
}

/** Parts of a distinguished name in their order, such as `['O', 'Cloud Foundry']`; of the keys that X.520 has for people and machines. */
export type NameParts = readonly (readonly ['C' | 'ST' | 'L' | 'O' | 'OU' | 'CN', string])[];

export interface CreateCaOptions {
  /** Days the certificate is valid, from five minutes ago. 3650 unless said. */
  readonly days?: number;
  /** `ec-p256` unless said. */
  readonly key?: KeyType;
  /** Instead of the common name alone, as in `IssueOptions`. */
  readonly dn?: string | NameParts;
  /** It may issue further CAs. */
  readonly chains?: boolean;
  readonly san?: SubjectAltNames;
  /** `keyCertSign` and `cRLSign` unless said. */
  readonly keyUsage?: readonly KeyUsage[];
  readonly extendedKeyUsage?: readonly ExtendedKeyUsage[];
  /** Who signs it; itself unless said. */
  readonly ca?: PemPair;
  readonly world?: World;
}

export interface IssueOptions {
  /** Who signs it; itself unless said. */
  readonly ca?: PemPair;
  /** Either a common name alone ... */
  readonly commonName?: string;
  /** ... or a whole name, its parts in the order given: `C=USA, O=Cloud Foundry, CN=...`, or as a list. No length rule of X.520 is applied. */
  readonly dn?: string | NameParts;
  readonly san?: SubjectAltNames;
  readonly usage: 'server' | 'client';
  /** Instead of what `usage` stands for. */
  readonly keyUsage?: readonly KeyUsage[];
  readonly extendedKeyUsage?: readonly ExtendedKeyUsage[];
  /** 730 unless said. */
  readonly days?: number;
  /** `ec-p256` unless said. */
  readonly key?: KeyType;
  readonly world?: World;
}
