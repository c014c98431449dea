import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CodedError } from '@bosh6/base';
import { type Header, pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntries } from './read-entries.js';
import { readRelease } from './read-release.js';
import { readStemcell } from './read-stemcell.js';

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'bosh6-test-'));
});
afterAll(() => rm(work, { recursive: true }));

type Item = Partial<Header> & { name: string; text?: string };

async function tarOf(items: Item[]): Promise<Buffer> {
  const tar = pack();
  for (const { text, ...header } of items) tar.entry(header, text ?? '');
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

let count = 0;
async function written(content: Buffer): Promise<string> {
  const path = join(work, `${++count}.tgz`);
  await writeFile(path, content);
  return path;
}

async function refused(reading: Promise<unknown>): Promise<CodedError> {
  try {
    await reading;
  } catch (error) {
    if (CodedError.is(error)) return error;
    throw error;
  }
  throw new Error('was accepted');
}

const image = { name: 'image', text: 'x' };

describe('hostile archives', () => {
  it.each<[string, Item[]]>([
    ['../ at the start', [{ name: '../evil', text: 'x' }]],
    ['../ inside', [{ name: 'a/../../evil', text: 'x' }]],
    ['an absolute path', [{ name: '/etc/evil', text: 'x' }]],
    ['a link out by ..', [{ name: 'a', type: 'symlink', linkname: '../out' }]],
    ['a link out absolutely', [{ name: 'a', type: 'symlink', linkname: '/etc' }]],
    [
      'a link that climbs behind a name',
      [
        { name: 'd/s', type: 'symlink', linkname: '..' },
        { name: 't', type: 'symlink', linkname: 'd/s/..' },
      ],
    ],
    [
      'an entry through a link',
      [
        { name: 'a', type: 'symlink', linkname: 'b' },
        { name: 'a/x', text: 'x' },
      ],
    ],
    ['a hard link out', [{ name: 'a', type: 'link', linkname: '../etc/shadow' }]],
    ['an absolute hard link', [{ name: 'a', type: 'link', linkname: '/etc/shadow' }]],
    [
      'a hard link to a link',
      [
        { name: 'a', type: 'symlink', linkname: 'b' },
        { name: 'c', type: 'link', linkname: 'a' },
      ],
    ],
    ['a device', [{ name: 'a', type: 'character-device', devmajor: 1, devminor: 3 }]],
    ['a pipe', [{ name: 'a', type: 'fifo' }]],
  ])('%s', async (_name, items) => {
    const path = await written(gzipSync(await tarOf([image, ...items])));
    expect(await refused(readStemcell(path, join(work, 's')))).toMatchObject({
      code: 'InvalidStemcell',
      number: 50000,
      hint: expect.stringContaining('outside'),
    });
    expect(await refused(readRelease(path, join(work, 'r')))).toMatchObject({ code: 'InvalidRelease', number: 30002 });
  });

  it('links that stay inside are fine', async () => {
    const items: Item[] = [
      { name: './d/f', text: 'x' },
      { name: 'd/l', type: 'symlink', linkname: '../d/f' },
      { name: 'e', type: 'link', linkname: 'd/f' },
    ];
    const seen: string[] = [];
    await readEntries(await written(await tarOf(items)), 'package', async ({ path, type }) => void seen.push(`${type} ${path}`));
    expect(seen).toEqual(['file d/f', 'symlink d/l', 'link e']);
  });
});

describe('damaged archives', () => {
  it('cut at any place: an error, never a wait', async () => {
    const whole = gzipSync(
      await tarOf([
        { name: 'a', text: 'text '.repeat(1000) },
        { name: 'b', text: String(Math.random()).repeat(500) },
      ]),
    );
    for (let cut = 1; cut < whole.length; cut += Math.ceil(whole.length / 25)) {
      const path = await written(whole.subarray(0, cut));
      expect(await refused(readEntries(path, 'release', () => undefined)), `cut at ${cut}`).toMatchObject({ code: 'InvalidRelease' });
    }
  });

  it('a tar cut inside of an entry, bytes that are no tar, a changed byte', async () => {
    const tar = await tarOf([{ name: 'a', text: 'text '.repeat(1000) }]);
    const changed = gzipSync(tar);
    changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 0xff;
    for (const content of [tar.subarray(0, 2000), Buffer.alloc(2000, 'no tar '), changed]) {
      expect(await refused(readEntries(await written(content), 'package', () => undefined))).toMatchObject({
        code: 'InvalidPackageArchive',
      });
    }
  });

  it('says what is missing', async () => {
    const stemcell = { name: './stemcell.MF', text: 'name: s\nversion: 97.10\nsha1: x\n' };
    expect(await refused(readStemcell(await written(gzipSync(await tarOf([image]))), join(work, 's')))).toMatchObject({
      code: 'InvalidStemcell',
    });
    expect(await refused(readStemcell(await written(await tarOf([stemcell])), join(work, 's')))).toMatchObject({
      code: 'StemcellImageNotFound',
      number: 50001,
    });
    expect(await refused(readRelease(await written(await tarOf([image])), join(work, 'r')))).toMatchObject({
      code: 'ReleaseManifestNotFound',
      number: 30003,
    });
    const read = await readStemcell(await written(gzipSync(await tarOf([stemcell, image]))), join(work, 's'));
    expect(read).toMatchObject({
      manifest: { version: '97.1', apiVersion: 1, operatingSystem: 's' },
      imageSize: 1,
      imageSha1: '11f6ad8ec52a2984abaafd7c3b516503785c2072',
    });
    expect(await readFile(read.imagePath, 'utf8')).toBe('x');
  });
});
