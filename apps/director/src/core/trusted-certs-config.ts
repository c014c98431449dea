import { z } from 'zod';

const text = z.string().min(1);

/** Certificates that every VM trusts besides its own system's: PEM texts, or files of them. */
export const trustedCertsSchema = z.union([text.transform((one) => [one]), z.array(text)]).default([]);

/** Whether that is the certificates themselves, not the path of a file. */
export const isPem = (source: string): boolean => source.includes('-----BEGIN ');

/** With absolute paths. */
export function absoluteTrustedCerts(sources: readonly string[], at: (path: string) => string): string[] {
  return sources.map((source) => (isPem(source) ? source : at(source)));
}
