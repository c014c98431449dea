import type { webcrypto } from 'node:crypto';
import { realWorld } from '@bosh6/base';
import type { Extension, JsonGeneralNames, JsonName } from '@peculiar/x509';
import { parseDistinguishedName } from './distinguished-name.js';
import { fail } from './errors.js';
import { newKey, signatureOf, signingKey } from './key.js';
import type { CreateCaOptions, IssueOptions, PemPair, SubjectAltNames } from './types.js';
import { type X509Library, x509 } from './x509.js';

const dayMs = 86_400_000;
// A peer whose clock runs behind still accepts a new certificate.
const skewMs = 300_000;

/** A self-signed CA that may issue leaves but no further CA. */
export async function createCa(commonName: string, options: CreateCaOptions = {}): Promise<PemPair> {
  const library = await x509();
  const { world = realWorld(), key = 'ec-p256', days = 3650 } = options;
  const keys = await newKey(key);
  const certificate = await library.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [commonName] }],
    keys: keys as never,
    serialNumber: serialNumber(world.bytes(16)),
    ...validity(world.now(), days),
    signingAlgorithm: signatureOf(keys.privateKey) as never,
    extensions: [
      new library.BasicConstraintsExtension(true, 0, true),
      new library.KeyUsagesExtension(library.KeyUsageFlags.keyCertSign | library.KeyUsageFlags.cRLSign, true),
      await library.SubjectKeyIdentifierExtension.create(keys.publicKey as never),
    ],
  });
  return { certificate: pem(certificate), privateKey: keys.pem };
}

/** A leaf certificate with a new key. Throws MalformedName, MalformedCertificate, MalformedKey. */
export async function issue(options: IssueOptions): Promise<PemPair> {
  const library = await x509();
  const { world = realWorld(), key = 'ec-p256', days = 730 } = options;
  const ca = readCa(library, options.ca.certificate);
  const [keys, caKey] = await Promise.all([newKey(key), signingKey(options.ca.privateKey)]);
  const extensions = await leafExtensions(library, ca, keys.publicKey, options, key !== 'ec-p256');
  const certificate = await library.X509CertificateGenerator.create({
    subject: subjectOf(options),
    issuer: ca.subjectName,
    serialNumber: serialNumber(world.bytes(16)),
    ...validity(world.now(), days),
    publicKey: keys.publicKey as never,
    signingKey: caKey as never,
    signingAlgorithm: signatureOf(caKey) as never,
    extensions,
  });
  return { certificate: pem(certificate), privateKey: keys.pem };
}

async function leafExtensions(
  library: X509Library,
  ca: InstanceType<X509Library['X509Certificate']>,
  publicKey: webcrypto.CryptoKey,
  options: IssueOptions,
  rsa: boolean,
): Promise<Extension[]> {
  const { KeyUsageFlags, ExtendedKeyUsage } = library;
  const server = options.usage === 'server';
  // Key encipherment is what a TLS 1.2 server with an RSA key may be asked for.
  const keyUsage = KeyUsageFlags.digitalSignature | (server && rsa ? KeyUsageFlags.keyEncipherment : 0);
  const extensions: Extension[] = [
    new library.BasicConstraintsExtension(false, undefined, true),
    new library.KeyUsagesExtension(keyUsage, true),
    new library.ExtendedKeyUsageExtension([server ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth], true),
    await library.SubjectKeyIdentifierExtension.create(publicKey as never),
    await library.AuthorityKeyIdentifierExtension.create(ca, false),
  ];
  const names = generalNames(options.san);
  if (names.length > 0) extensions.push(new library.SubjectAlternativeNameExtension(names));
  return extensions;
}

function readCa(library: X509Library, text: string): InstanceType<X509Library['X509Certificate']> {
  try {
    return new library.X509Certificate(text);
  } catch (cause) {
    throw fail('MalformedCertificate', "the CA's text is no certificate in PEM", { cause });
  }
}

function subjectOf({ dn, commonName }: IssueOptions): JsonName {
  if (dn !== undefined) return parseDistinguishedName(dn);
  if (commonName === undefined) throw fail('MalformedName', 'a certificate needs a common name or a distinguished name');
  return [{ CN: [commonName] }];
}

function generalNames(san: SubjectAltNames = {}): JsonGeneralNames {
  return [
    ...(san.dns ?? []).map((value) => ({ type: 'dns' as const, value })),
    ...(san.ips ?? []).map((value) => ({ type: 'ip' as const, value })),
  ];
}

function validity(now: number, days: number): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(now - skewMs), notAfter: new Date(now + days * dayMs) };
}

/** Positive and at most 16 octets (RFC 5280 section 4.1.2.2). */
function serialNumber(bytes: Uint8Array): string {
  const serial = Uint8Array.from(bytes);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return Buffer.from(serial).toString('hex');
}

function pem(certificate: { toString(format: 'pem'): string }): string {
  return `${certificate.toString('pem').trimEnd()}\n`;
}
