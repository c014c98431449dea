import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail } from '../errors.js';
import { readFileStream } from './read-file.js';
import type { Digests } from './types.js';

const algorithms = { sha1: 40, sha256: 64, sha512: 128 } as const;
type Algorithm = keyof typeof algorithms;

/** What a digest is of; decides the error's number. */
export type Digested = 'release' | 'stemcell' | 'file';
const mismatches = { release: 'ReleaseDigestMismatch', stemcell: 'StemcellDigestMismatch', file: 'DigestMismatch' } as const;

/** The strongest part of a digest string: bare hex is SHA-1, `sha256:` and `sha512:` as they say, several joined by `;`. */
export function parseDigest(digest: string): { algorithm: Algorithm; hex: string } {
  const seen = new Map<Algorithm, string>();
  for (const part of digest.split(';')) {
    const match = /^(?:(sha1|sha256|sha512):)?([0-9a-fA-F]+)$/.exec(part.trim());
    const algorithm = (match?.[1] ?? 'sha1') as Algorithm;
    const hex = match?.[2]?.toLowerCase();
    if (hex === undefined || hex.length !== algorithms[algorithm]) {
      throw fail('InvalidDigest', `'${part}' is not a digest`, { hint: '40 hex digits are SHA-1; otherwise sha256:HEX or sha512:HEX' });
    }
    if (seen.has(algorithm)) throw fail('InvalidDigest', `digest '${digest}' has ${algorithm} twice`);
    seen.set(algorithm, hex);
  }
  const algorithm = (['sha512', 'sha256', 'sha1'] as const).find((name) => seen.has(name)) ?? 'sha1';
  return { algorithm, hex: seen.get(algorithm) ?? '' };
}

/** SHA-1 and SHA-256, hex, and the length of a file. */
export async function digestFile(path: string): Promise<Digests> {
  return digestStream(await readFileStream(path));
}

/** The same of a stream, written to `path` on the way when given. */
export async function digestStream(source: Readable, path?: string): Promise<Digests> {
  const hashes = { sha1: createHash('sha1'), sha256: createHash('sha256') };
  let size = 0;
  async function* measured(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      size += chunk.length;
      hashes.sha1.update(chunk);
      hashes.sha256.update(chunk);
      yield chunk;
    }
  }
  if (path === undefined) for await (const _ of measured(source));
  else await pipeline(source, measured, createWriteStream(path));
  return { sha1: hashes.sha1.digest('hex'), sha256: hashes.sha256.digest('hex'), size };
}

/** Checks a file against a digest string; the strongest part counts. Throws `ReleaseDigestMismatch` (30015), `StemcellDigestMismatch` (50007) or `DigestMismatch`. */
export async function verifyDigest(path: string, digest: string, of: Digested = 'file', name = path): Promise<void> {
  const expected = parseDigest(digest);
  const hash: Hash = createHash(expected.algorithm);
  for await (const chunk of await readFileStream(path)) hash.update(chunk as Buffer);
  const actual = hash.digest('hex');
  if (actual !== expected.hex) throw digestMismatch(of, name, `${expected.algorithm}:${actual}`, `${expected.algorithm}:${expected.hex}`);
}

/** The error for a file whose digest is another. */
export function digestMismatch(of: Digested, name: string, actual: string, expected: string): Error {
  return fail(mismatches[of], `${of} '${name}' has digest ${actual}, not ${expected}`, {
    where: { object: name },
    hint: 'the file is another one or was damaged on the way; fetch it again, or give the digest of the file you mean',
    details: { actual, expected },
  });
}
