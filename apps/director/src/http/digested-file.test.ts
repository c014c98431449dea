import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DigestedFile } from './digested-file.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bosh6-digested-'));
});
afterAll(() => rm(directory, { recursive: true }));

let count = 0;
const fresh = (): string => join(directory, String(count++));
const whole = randomBytes(1_000_000);

/** Copies, since what is written is taken. */
function* cut(sizes: readonly number[]): Generator<Buffer> {
  for (let from = 0, at = 0; from < whole.length; at++) {
    const to = from + (sizes[at % sizes.length] ?? 1);
    yield Buffer.from(whole.subarray(from, to));
    from = to;
  }
}

describe('a digested file', () => {
  it('holds what was written and knows its digest, however it came', async () => {
    const size = fc.constantFrom(1000, 16_384, 65_536, 262_143, 262_144, 262_145, 600_000);
    await fc.assert(
      fc.asyncProperty(fc.array(size, { minLength: 1, maxLength: 5 }), async (sizes) => {
        const path = fresh();
        const file = new DigestedFile(path, whole.length);
        await pipeline(Readable.from(cut(sizes)), file);
        expect(file.isTooLarge).toBe(false);
        expect(file.digest()).toBe(createHash('sha256').update(whole).digest('hex'));
        expect((await readFile(path)).equals(whole)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is for its owner alone, and may be empty', async () => {
    const path = fresh();
    const file = new DigestedFile(path, 1);
    await pipeline(Readable.from([]), file);
    expect(file.digest()).toBe(createHash('sha256').digest('hex'));
    expect(await stat(path)).toMatchObject({ size: 0, mode: 0o100600 });
  });

  it('takes no byte more than it may, and lets the rest through', async () => {
    const path = fresh();
    const file = new DigestedFile(path, whole.length - 1);
    await pipeline(Readable.from(cut([300_000])), file);
    expect(file.isTooLarge).toBe(true);
    expect((await stat(path)).size).toBe(900_000);
  });

  it('is never one that was there, nor one of a directory that is not', async () => {
    const path = fresh();
    await pipeline(Readable.from([Buffer.from('a')]), new DigestedFile(path, 9));
    await expect(pipeline(Readable.from([Buffer.from('b')]), new DigestedFile(path, 9))).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(path, 'utf8')).toBe('a');
    const nowhere = new DigestedFile(join(directory, 'none', 'x'), 9);
    await expect(pipeline(Readable.from([Buffer.from('b')]), nowhere)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
