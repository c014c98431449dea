import { X509Certificate } from 'node:crypto';
import type { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';

/** Where a text is from. */
export interface Source {
  /** As messages call it. */
  name: string;
  /** Of a file, its path. */
  document?: string;
  /** Where the configuration names it. */
  pointer: string;
}

export interface FoundCertificate {
  /** In its one spelling, with a newline at its end. */
  pem: string;
  /** What keeps it from being of use as an authority; it may be one all the same. */
  warning?: string;
}

const begin = /^-----BEGIN ([^-]+)-----$/;
const almost = /^-{3,}\s*(?:BEGIN|END)\b/;

/**
 * The certificates of a PEM text; what stands between them is no matter. `now`: milliseconds since 1970.
 * Throws TrustedCertsInvalid, with the line, for anything else in PEM, for what is cut off or cannot be read, and for a text without certificates.
 */
export function certificatesIn(text: string, source: Source, now: number): FoundCertificate[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const { document, pointer } = source;
  const place = document === undefined ? { pointer } : { pointer, document };
  const found: FoundCertificate[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const kind = begin.exec(line)?.[1];
    if (kind === undefined && !almost.test(line)) continue;
    const where = `${source.name}, line ${at + 1}`;
    const refuse = (why: string, hint: string, cause?: unknown): CodedError =>
      fail('TrustedCertsInvalid', `${where}: ${why}`, { where: { ...place, line: at + 1 }, hint, cause });
    if (kind === undefined)
      throw refuse('a line of PEM that begins no certificate', 'copy it whole, from -----BEGIN to -----END, each on a line of its own');
    if (kind !== 'CERTIFICATE')
      throw refuse(`a ${kind}, which every VM would get`, hints[kind] ?? 'take it out: only certificates belong there');
    const end = lines.findIndex((line, index) => index > at && line.startsWith('-----'));
    if (lines[end] !== '-----END CERTIFICATE-----')
      throw refuse('the certificate that begins there has no end', 'copy it whole, from -----BEGIN to -----END, each on a line of its own');
    found.push(certificate(lines.slice(at, end + 1).join('\n'), { where, now, refuse }));
    at = end;
  }
  if (found.length > 0) return found;
  throw fail('TrustedCertsInvalid', `${source.name} holds no certificate`, {
    where: place,
    hint: 'give it one or more in PEM, or take it out of `trustedCerts`',
  });
}

const hints: Readonly<Record<string, string>> = {
  'TRUSTED CERTIFICATE': 'write it as a plain one: openssl x509 -in FILE',
  'X509 CERTIFICATE': 'write it as a plain one: openssl x509 -in FILE',
};

function certificate(
  block: string,
  { where, now, refuse }: { where: string; now: number; refuse: (why: string, hint: string, cause: unknown) => CodedError },
): FoundCertificate {
  let read: X509Certificate;
  try {
    read = new X509Certificate(block);
  } catch (cause) {
    throw refuse('what begins there is no certificate', 'openssl x509 -noout -text -in FILE tells what is wrong with it', cause);
  }
  const pem = `${read.toString().trimEnd()}\n`;
  const why = oddity(read, now);
  return why === undefined ? { pem } : { pem, warning: `${where}: the certificate of ${read.subject.replaceAll('\n', ', ')} ${why}` };
}

function oddity(read: X509Certificate, now: number): string | undefined {
  const until = read.validToDate.getTime();
  const from = read.validFromDate.getTime();
  if (until < now) return `expired at ${timeText(until)}: whatever it signed is refused; replace it, or take it out`;
  if (from > now) return `is not valid before ${timeText(from)}; until then whatever it signed is refused`;
  if (!read.ca) return 'is not that of an authority: programs that look at that refuse what it signed; give the one of its issuer';
  return undefined;
}

const timeText = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');
