import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { attempt, attemptAsync } from '@bosh6/base/testing';
import fc from 'fast-check';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseDigest } from './digest.js';
import { readJob } from './read-job.js';
import { readRelease } from './read-release.js';
import { readStemcell } from './read-stemcell.js';

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'bosh6-fuzz-'));
});
afterAll(() => rm(work, { recursive: true }));

async function tgz(files: Record<string, string | Buffer>): Promise<Buffer> {
  const tar = pack();
  for (const [name, text] of Object.entries(files)) tar.entry({ name }, text);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return gzipSync(Buffer.concat(chunks));
}

const release = 'name: r\nversion: "1"\ncommit_hash: x\nuncommitted_changes: false\njobs: []\npackages: []\n';
const stemcell = 'name: s\nversion: "1"\napi_version: 3\noperating_system: o\nsha1: x\nbosh_protocol: 1\ncloud_properties: {}\n';

it.each<[string, Record<string, string>, (path: string) => Promise<unknown>]>([
  ['release', { 'release.MF': release, './jobs/a.tgz': 'x' }, (path) => readRelease(path, work)],
  ['stemcell', { 'stemcell.MF': stemcell, image: 'x' }, (path) => readStemcell(path, work)],
  ['job', { 'job.MF': 'name: j\ntemplates: {a: b}\npackages: []\n', monit: '', 'templates/a': 'x' }, (path) => readJob(path)],
])('a %s whose bytes were changed: what is in it, or an error', async (_kind, files, read) => {
  const right = await tgz(files);
  const plain = gunzipSync(right);
  const path = join(work, 'archive.tgz');
  await writeFile(path, right);
  expect(await attemptAsync(() => read(path))).toHaveProperty('value');
  let refused = 0;
  const changes = fc.array(
    fc.tuple(fc.nat(100_000), fc.oneof(fc.nat(255), fc.constantFrom(0, 0x2e, 0x2f, 0x31, 0x32, 0x37, 0x78, 0x80, 0xff))),
    { minLength: 1, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(
      changes,
      fc.constantFrom('tar', 'gzip'),
      fc.option(fc.nat(100_000), { nil: undefined }),
      async (changed, layer, cut) => {
        const bytes = Buffer.from(layer === 'tar' ? plain : right);
        // Most in the headers, where it counts.
        for (const [at, byte] of changed) bytes[at % 3 === 0 ? at % bytes.length : (at % 2) * 1024 + (at % 512)] = byte;
        const whole = layer === 'tar' ? gzipSync(bytes) : bytes;
        await writeFile(path, cut === undefined ? whole : whole.subarray(0, cut % whole.length));
        if ('error' in (await attemptAsync(() => read(path)))) refused += 1;
      },
    ),
    { numRuns: 250 },
  );
  expect(refused).toBeGreaterThan(50);
});

it('digests of any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('sha1:', 'sha256:', ';', ':', 'a'.repeat(40), 'f'.repeat(64), 'constructor', 'x'), maxLength: 6 }),
      (text) => {
        attempt(() => parseDigest(text));
      },
    ),
  );
});
