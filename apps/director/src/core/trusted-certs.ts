import { createHash } from 'node:crypto';
import { certificatesIn, type Source } from './certificates-in.js';
import type { DirectorConfig } from './config.js';
import { readConfigured } from './read-configured.js';
import { isPem } from './trusted-certs-config.js';

/** What VMs are given to trust. */
export interface TrustedCerts {
  /** One certificate after the other, without what stood between them. */
  readonly pem: string;
  /** SHA-256 of that, in hexadecimal. */
  readonly digest: string;
}

export interface ReadTrustedCerts {
  /** Absent when there are none. */
  readonly certs?: TrustedCerts;
  /** What is odd of them, though they are taken: sentences for the operator. */
  readonly warnings: readonly string[];
}

/**
 * Reads the certificates that the configuration has VMs trust, each once.
 * @param now milliseconds since 1970
 * Throws ConfigUnreadable, and TrustedCertsInvalid with the line.
 */
export async function readTrustedCerts({ trustedCerts }: Pick<DirectorConfig, 'trustedCerts'>, now: number): Promise<ReadTrustedCerts> {
  const found = new Map<string, string | undefined>();
  for (const [index, given] of trustedCerts.entries()) {
    const pointer = trustedCerts.length === 1 ? '/trustedCerts' : `/trustedCerts/${index}`;
    const source: Source = isPem(given) ? { name: `'${pointer}'`, pointer } : { name: `'${given}'`, document: given, pointer };
    const text = isPem(given) ? given : await readConfigured(given, pointer);
    for (const { pem, warning } of certificatesIn(text, source, now)) found.set(pem, warning);
  }
  const warnings = [...found.values()].filter((warning) => warning !== undefined);
  if (found.size === 0) return { warnings };
  const pem = [...found.keys()].join('');
  return { certs: { pem, digest: createHash('sha256').update(pem).digest('hex') }, warnings };
}
