import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appendWhole } from './append-whole.js';

it('appends what takes several writes, and takes back what had room for a part only', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'bosh6-append-'));
  const path = join(dir, 'event');
  const file = openSync(path, 'a');
  let room = 7;
  const disk = (to: number, bytes: Buffer, from: number): number => {
    if (room === 0) throw new Error('full');
    const written = writeSync(to, bytes, from, Math.min(2, room, bytes.length - from));
    room -= written;
    return written;
  };
  appendWhole(file, 'one\n', disk);
  expect(() => appendWhole(file, 'two\n', disk)).toThrow('full');
  room = 100;
  appendWhole(file, 'three\n', disk);
  closeSync(file);
  expect(await readFile(path, 'utf8')).toBe('one\nthree\n');
  await rm(dir, { recursive: true });
});
