import { fail } from './errors.js';

const lengths = { sha1: 40, sha256: 64, sha512: 128 } as const;
export type DigestAlgorithm = keyof typeof lengths;
export interface Digest {
  algorithm: DigestAlgorithm;
  /** Lower case. */
  hex: string;
}

/** All digests of a text such as `da39...`, `sha256:e3b0...` or `da39...;sha256:e3b0...`, the strongest first. Unknown algorithms are left out.
 * Throws InvalidDigest for malformed text, the same algorithm twice, or nothing that can be verified. */
export function parseDigest(text: string): [Digest, ...Digest[]] {
  const digests: Digest[] = [];
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    const algorithm = colon < 0 ? 'sha1' : part.slice(0, colon);
    if (!Object.hasOwn(lengths, algorithm)) continue;
    const known = algorithm as DigestAlgorithm;
    const hex = part.slice(colon + 1).toLowerCase();
    if (hex.length !== lengths[known] || !/^[0-9a-f]+$/.test(hex)) throw fail('InvalidDigest', `'${part}' is not a ${known} digest`);
    if (digests.some((other) => other.algorithm === known)) throw fail('InvalidDigest', `'${text}' gives ${known} twice`);
    digests.push({ algorithm: known, hex });
  }
  const [first, ...rest] = digests.sort((a, b) => lengths[b.algorithm] - lengths[a.algorithm]);
  if (first === undefined) throw fail('InvalidDigest', `'${text}' holds no digest of a known algorithm`);
  return [first, ...rest];
}

/** `da39...` for SHA-1, else `sha256:e3b0...`. */
export function formatDigest(digest: Digest): string {
  return digest.algorithm === 'sha1' ? digest.hex : `${digest.algorithm}:${digest.hex}`;
}
