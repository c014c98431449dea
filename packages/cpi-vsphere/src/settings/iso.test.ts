import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readIso } from './read-iso.js';
import { writeIso } from './write-iso.js';

const root = mkdtempSync(join(tmpdir(), 'b6-iso-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the CD with the settings', () => {
  it('gives back what was written, whatever its length, in whole sectors', () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 9000 }),
      fc.constantFrom(0, 1, 2047, 2048, 2049).map((length) => new Uint8Array(length).fill(65)),
    );
    fc.assert(
      fc.property(content, (bytes) => {
        const image = writeIso(bytes);
        return image.length % 2048 === 0 && readIso(image).equals(bytes) && writeIso(bytes).equals(image);
      }),
    );
  });

  it('is a CD to libarchive, with one file', () => {
    const settings = JSON.stringify({ agent_id: 'a', networks: { a: { ip: 'fd00::1' } }, long: 'x'.repeat(5000) });
    const file = join(root, 'env.iso');
    writeFileSync(file, writeIso(Buffer.from(settings)));
    const lacking = spawnSync('bsdtar', ['--version']).error;
    expect(lacking, 'bsdtar of Debian’s libarchive-tools (.ci/packages)').toBeUndefined();
    const names = execFileSync('bsdtar', ['-tf', file], { encoding: 'utf8' }).trim().split('\n');
    expect(names).toEqual(['.', 'ENV']);
    execFileSync('bsdtar', ['-xf', file, '-C', root]);
    expect(readFileSync(join(root, 'ENV'), 'utf8')).toBe(settings);
  });

  it('is refused when it is something else, cut off, or without the file', () => {
    expect(() => readIso(Buffer.alloc(100))).toThrow('no ISO 9660');
    expect(() => readIso(Buffer.alloc(60_000))).toThrow('no ISO 9660');
    expect(() => readIso(writeIso(Buffer.alloc(3000)).subarray(0, 45_000))).toThrow('cut off');
    expect(() => readIso(writeIso(Buffer.alloc(3)), 'NONE')).toThrow("'NONE'");
  });
});
