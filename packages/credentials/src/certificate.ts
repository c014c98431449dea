import { realWorld } from '@bosh6/base';
import type { Extension, JsonName } from '@peculiar/x509';
import { parseDistinguishedName } from './distinguished-name.js';
import { fail } from './errors.js';
import { extensionsOf, type Wanted } from './extensions.js';
import { newKey, signatureOf, signingKey } from './key.js';
import type { CreateCaOptions, IssueOptions, KeyUsage, PemPair } from './types.js';
import { type X509Library, x509 } from './x509.js';

const dayMs = 86_400_000;
// A peer whose clock runs behind still accepts a new certificate.
const skewMs = 300_000;

/** A CA, signed by itself unless `ca` is said; it may issue leaves but no further CA, unless it `chains`. Throws as `issue` does. */
export async function createCa(commonName: string, options: CreateCaOptions = {}): Promise<PemPair> {
  const { days = 3650, chains = false, keyUsage = ['keyCertSign', 'cRLSign'], extendedKeyUsage = [], dn } = options;
  const subject = subjectOf(dn === undefined ? { commonName } : { dn });
  return certificate(subject, { ...options, days, keyUsage, extendedKeyUsage, isCa: chains ? {} : { depth: 0 } });
}

/** A leaf certificate with a new key. Throws MalformedName, MalformedCertificate, MalformedKey. */
export async function issue(options: IssueOptions): Promise<PemPair> {
  const { key = 'ec-p256', days = 730 } = options;
  const server = options.usage === 'server';
  // Key encipherment is what a TLS 1.2 server with an RSA key may be asked for.
  const usual: KeyUsage[] = server && key !== 'ec-p256' ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature'];
  const { keyUsage = usual, extendedKeyUsage = [server ? 'serverAuth' : 'clientAuth'] } = options;
  return certificate(subjectOf(options), { ...options, days, keyUsage, extendedKeyUsage, isCa: false });
}

type Content = Omit<CreateCaOptions, 'days'> & Omit<Wanted, 'ca' | 'publicKey' | 'authority'> & { days: number; isCa: Wanted['ca'] };

async function certificate(subject: JsonName, content: Content): Promise<PemPair> {
  const library = await x509();
  const { world = realWorld(), key = 'ec-p256', days, ca, isCa, ...rest } = content;
  const keys = await newKey(key);
  const by = ca === undefined ? undefined : await issuerOf(library, ca);
  const issuer = by?.certificate;
  const signing = by?.key ?? keys.privateKey;
  const wanted = { ...rest, ca: isCa, publicKey: keys.publicKey, ...(by === undefined ? {} : { authority: by.authority }) };
  const made = await library.X509CertificateGenerator.create({
    subject,
    issuer: issuer?.subjectName ?? subject,
    serialNumber: serialNumber(world.bytes(16)),
    ...validity(world.now(), days),
    publicKey: keys.publicKey as never,
    signingKey: signing as never,
    signingAlgorithm: signatureOf(signing) as never,
    extensions: await extensionsOf(library, wanted),
  });
  return { certificate: pem(made), privateKey: keys.pem };
}

interface Issuer {
  readonly certificate: InstanceType<X509Library['X509Certificate']>;
  readonly key: Awaited<ReturnType<typeof signingKey>>;
  /** What names its key in all that it signs. */
  readonly authority: Extension;
}

/** A deploy has one CA sign for thousands of VMs. */
const issuers = new WeakMap<PemPair, Promise<Issuer>>();

function issuerOf(library: X509Library, ca: PemPair): Promise<Issuer> {
  const known = issuers.get(ca);
  if (known !== undefined) return known;
  const reading = (async () => {
    const certificate = readCa(library, ca.certificate);
    const key = await signingKey(ca.privateKey);
    return { certificate, key, authority: await library.AuthorityKeyIdentifierExtension.create(certificate, false) };
  })();
  issuers.set(ca, reading);
  return reading;
}

function readCa(library: X509Library, text: string): InstanceType<X509Library['X509Certificate']> {
  try {
    return new library.X509Certificate(text);
  } catch (cause) {
    throw fail('MalformedCertificate', "the CA's text is no certificate in PEM", { cause });
  }
}

function subjectOf({ dn, commonName }: Pick<IssueOptions, 'dn' | 'commonName'>): JsonName {
  if (typeof dn === 'string') return parseDistinguishedName(dn);
  if (dn !== undefined) return dn.map(([key, value]) => ({ [key]: [value] }));
  if (commonName === undefined) throw fail('MalformedName', 'a certificate needs a common name or a distinguished name');
  return [{ CN: [commonName] }];
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
