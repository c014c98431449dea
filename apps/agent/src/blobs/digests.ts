import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type DigestAlgorithm, parseDigest } from '@bosh6/agent-protocol';
import { fail } from '../errors.js';

/** A stream that fails with DigestMismatch at its end when the bytes are not those of the digest's strongest algorithm. */
export function verifier(digest: string, what: string): Transform {
  const [expected] = parseDigest(digest);
  const hash = createHash(expected.algorithm);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const actual = hash.digest('hex');
      if (actual === expected.hex) return done();
      done(fail('DigestMismatch', `${what}: expected ${expected.algorithm} ${expected.hex}, got ${actual}`));
    },
  });
}

export async function digestsOfFile(path: string, algorithms: readonly DigestAlgorithm[]): Promise<string[]> {
  const hashes = algorithms.map((algorithm) => createHash(algorithm));
  await pipeline(createReadStream(path), async (source) => {
    for await (const chunk of source) for (const hash of hashes) hash.update(chunk as Buffer);
  });
  return hashes.map((hash) => hash.digest('hex'));
}
