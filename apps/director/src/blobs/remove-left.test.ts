import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeLeft } from './remove-left.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-left-'));
  await writeFile(join(dir, 'new'), 'n');
  await writeFile(join(dir, 'old'), 'o');
  await mkdir(join(dir, 'tree', 'below'), { recursive: true });
  const yesterday = Date.now() / 1000 - 86_400;
  for (const name of ['old', 'tree']) await utimes(join(dir, name), yesterday, yesterday);
});
afterEach(() => rm(dir, { recursive: true }));

it('all goes where nobody else writes, but what is wanted', async () => {
  await removeLeft(dir, realWorld(), { others: false, keep: (path) => path === join(dir, 'old') });
  expect(await readdir(dir)).toEqual(['old']);
});

it('what others may be writing stays', async () => {
  await removeLeft(dir, realWorld(), { others: true });
  expect(await readdir(dir)).toEqual(['new']);
});

it('a directory that is not there has nothing', async () => {
  await removeLeft(join(dir, 'none'), realWorld(), { others: false });
});
