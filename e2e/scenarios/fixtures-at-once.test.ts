import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyDigest } from '@bosh6/formats/archives';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildFixtures } from '../fixtures/build.js';

let outDir: string;
beforeEach(() => {
  outDir = mkdtempSync(join(tmpdir(), 'bosh6-fixtures-'));
});
afterEach(() => rmSync(outDir, { recursive: true }));

it('two builds of the fixtures in one directory both succeed, and what is served has the digests that both say', async () => {
  const [one, two] = await Promise.all([buildFixtures(outDir), buildFixtures(outDir)]);
  expect(two).toEqual(one);
  const { site, ...tarballs } = one;
  for (const { path, url, sha1 } of Object.values(tarballs)) {
    await verifyDigest(path, sha1);
    expect(readFileSync(join(site, url.slice('https://bosh.io/'.length)))).toEqual(readFileSync(path));
  }
  expect(readdirSync(join(outDir, 'work'))).toEqual(['cache']);
});
