import type { webcrypto } from 'node:crypto';
import type { Extension, JsonGeneralNames } from '@peculiar/x509';
import type { ExtendedKeyUsage, KeyUsage, SubjectAltNames } from './types.js';
import type { X509Library } from './x509.js';

export interface Wanted {
  /** How many further CAs may follow; `false` for a leaf. */
  readonly ca: false | { readonly depth?: number };
  readonly publicKey: webcrypto.CryptoKey;
  /** Names the key of whoever signs it; absent when it signs itself. */
  readonly authority?: Extension;
  readonly keyUsage: readonly KeyUsage[];
  readonly extendedKeyUsage: readonly ExtendedKeyUsage[];
  readonly san?: SubjectAltNames | undefined;
}

/** The extensions of RFC 5280 that a certificate for TLS has, critical where they decide what it is good for. */
export async function extensionsOf(library: X509Library, wanted: Wanted): Promise<Extension[]> {
  const { ca, publicKey, authority, san = {} } = wanted;
  const usage = wanted.keyUsage.reduce((flags, name) => flags | library.KeyUsageFlags[name], 0);
  const extended = wanted.extendedKeyUsage.map((name) => library.ExtendedKeyUsage[name]);
  const names: JsonGeneralNames = [
    ...(san.dns ?? []).map((value) => ({ type: 'dns' as const, value })),
    ...(san.ips ?? []).map((value) => ({ type: 'ip' as const, value })),
  ];
  return [
    new library.BasicConstraintsExtension(ca !== false, ca === false ? undefined : ca.depth, true),
    new library.KeyUsagesExtension(usage, true),
    ...(extended.length === 0 ? [] : [new library.ExtendedKeyUsageExtension(extended, true)]),
    await library.SubjectKeyIdentifierExtension.create(publicKey as never),
    ...(authority === undefined ? [] : [authority]),
    ...(names.length === 0 ? [] : [new library.SubjectAlternativeNameExtension(names)]),
  ];
}
