import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualWorld } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStemcell } from '../create-stemcell.js';
import { verifyDigest } from '../digest.js';
import { readRelease } from '../read-release.js';
import { readStemcell } from '../read-stemcell.js';
import { writeArchive } from '../write-archive.js';
import { createDevRelease } from './create-dev-release.js';
import { globPattern } from './globs.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
let root: string;

async function write(path: string, text: string, mode = 0o644): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text, { mode });
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bosh6-test-'));
  await write('config/final.yml', 'name: web\n');
  await write('config/blobs.yml', `a/b.tgz:\n  size: 4\n  sha: sha256:${sha256('blob')}\n`);
  await write('blobs/a/b.tgz', 'blob');
  await write('jobs/web/spec', 'name: web\ntemplates: {ctl: bin/ctl}\npackages: [web]\n');
  await write('jobs/web/monit', '');
  await write('jobs/web/templates/ctl', 'ctl', 0o755);
  await write('packages/web/spec', 'name: web\nfiles: [a/*.tgz, x.txt]\ndependencies: [lib]\n');
  await write('packages/web/packaging', 'make');
  await write('src/x.txt', 'x');
  await write('packages/lib/spec', 'name: lib\nfiles: []\n');
  await write('packages/lib/packaging', 'lib');
});
afterEach(() => rm(root, { recursive: true }));

describe('createDevRelease', () => {
  it("gives the original's fingerprints", async () => {
    const { manifest } = await createDevRelease(root);
    const hash = (text: string): string => `sha256:${sha256(text)}`;
    const spec = await readFile(join(root, 'jobs/web/spec'), 'utf8');
    expect(manifest.jobs[0]?.fingerprint).toBe(
      sha256(`v2job.MF${hash(spec)}100644monit${hash('')}100644templates/ctl${hash('ctl')}100755`),
    );
    expect(manifest.packages.map((entry) => [entry.name, entry.fingerprint])).toEqual([
      ['lib', sha256(`v2packaging${hash('lib')}`)],
      ['web', sha256(`v2a/b.tgz${hash('blob')}100644packaging${hash('make')}x.txt${hash('x')}100644lib`)],
    ]);
  });

  it('counts dev versions and records them', async () => {
    const world = new VirtualWorld();
    const versions: string[] = [];
    for (let time = 0; time < 2; time++) versions.push((await createDevRelease(root, { world })).manifest.version);
    await write('releases/web/index.yml', 'builds: {u: {version: "3"}}\nformat-version: "2"\n');
    versions.push((await createDevRelease(root, { world })).manifest.version);
    expect(versions).toEqual(['0+dev.1', '0+dev.2', '3+dev.1']);
    expect(await readFile(join(root, 'dev_releases/web/web-0+dev.2.yml'), 'utf8')).toContain('version: 0+dev.2');
    await expect(createDevRelease(root, { version: '0+dev.2' })).rejects.toMatchObject({ code: 'InvalidReleaseVersion' });
  });

  it.each([
    ['a changed blob', 'blobs/a/b.tgz', 'other', 'DigestMismatch'],
    ['a glob that matches nothing', 'packages/web/spec', 'name: web\nfiles: [nothing/*]\n', 'InvalidReleaseDirectory'],
    ['an unknown dependency', 'packages/lib/spec', 'name: lib\ndependencies: [ghost]\n', 'InvalidReleaseDirectory'],
    ['a template that is not there', 'jobs/web/spec', 'name: web\ntemplates: {gone: x}\n', 'JobTemplateNotFound'],
    ['a template path that climbs', 'jobs/web/spec', 'name: web\ntemplates: {ctl: ../x}\n', 'InvalidValue'],
    ['another name', 'jobs/web/spec', 'name: other\n', 'JobNameMismatch'],
    ['a version that is none', 'config/final.yml', 'name: web\n', 'InvalidReleaseVersion'],
  ])('refuses %s', async (_name, path, text, code) => {
    await write(path, text);
    await expect(createDevRelease(root, code === 'InvalidReleaseVersion' ? { version: 'a b' } : {})).rejects.toMatchObject({ code });
  });

  it('refuses a missing blob', async () => {
    await rm(join(root, 'blobs'), { recursive: true });
    await expect(createDevRelease(root)).rejects.toMatchObject({ code: 'BlobMissing' });
  });

  it('fetches a blob from a local blobstore', async () => {
    await cp(join(root, 'blobs/a/b.tgz'), join(root, 'store/id'));
    await rm(join(root, 'blobs'), { recursive: true });
    await write('config/final.yml', `name: web\nblobstore: {provider: local, options: {blobstore_path: ${join(root, 'store')}}}\n`);
    await write('config/blobs.yml', `a/b.tgz:\n  size: 4\n  object_id: id\n  sha: sha256:${sha256('blob')}\n`);
    expect((await createDevRelease(root)).manifest.packages).toHaveLength(2);
  });
});

describe('readRelease', () => {
  it('compares digests, and allows packages without a file', async () => {
    const tarball = join(root, 'r.tgz');
    const { manifest } = await createDevRelease(root, { tarball });
    const read = await readRelease(tarball, join(root, 'w'));
    const job = { path: 'jobs/web.tgz', file: read.jobs[0]?.archivePath ?? '' };
    const release = { path: 'release.MF', file: join(root, `dev_releases/web/web-${manifest.version}.yml`) };
    const lib = { path: 'packages/lib.tgz', file: read.packages[0]?.archivePath ?? '' };
    await writeArchive(join(root, 'some.tgz'), [release, job, lib]);
    const some = await readRelease(join(root, 'some.tgz'), join(root, 'w2'));
    expect(some.packages.map((entry) => entry.archivePath !== undefined)).toEqual([true, false]);
    await writeArchive(join(root, 'swapped.tgz'), [release, { ...job, file: lib.file }]);
    await expect(readRelease(join(root, 'swapped.tgz'), join(root, 'w3'))).rejects.toMatchObject({ code: 'DigestMismatch' });
    await writeArchive(join(root, 'none.tgz'), [release]);
    await expect(readRelease(join(root, 'none.tgz'), join(root, 'w4'))).rejects.toMatchObject({ code: 'InvalidRelease' });
  });
});

describe('digests', () => {
  it('take the strongest part', async () => {
    const file = join(root, 'src/x.txt');
    const sha1 = createHash('sha1').update('x').digest('hex');
    await verifyDigest(file, sha1);
    await verifyDigest(file, `${'0'.repeat(40)};sha256:${sha256('x')}`);
    await expect(verifyDigest(file, '0'.repeat(40), 'release')).rejects.toMatchObject({ number: 30015 });
    await expect(verifyDigest(file, `sha256:${'0'.repeat(64)}`, 'stemcell')).rejects.toMatchObject({ number: 50007 });
    await expect(verifyDigest(file, 'sha256:abc')).rejects.toMatchObject({ code: 'InvalidDigest' });
    await expect(verifyDigest(file, `${sha1};${sha1}`)).rejects.toMatchObject({ code: 'InvalidDigest' });
  });
});

describe('createStemcell', () => {
  it('is read back', async () => {
    const recipe = {
      name: 's',
      version: '1.0',
      operatingSystem: 'debian',
      apiVersion: 3,
      stemcellFormats: ['light'],
      cloudProperties: { a: '1' },
      image: join(root, 'src/x.txt'),
    };
    const made = await createStemcell(recipe, join(root, 's.tgz'));
    expect((await createStemcell(recipe, join(root, 't.tgz'))).sha256).toBe(made.sha256);
    const { manifest, imageSha1 } = await readStemcell(made.path, join(root, 'w'));
    expect(manifest).toEqual({
      name: 's',
      version: '1.0',
      operatingSystem: 'debian',
      apiVersion: 3,
      stemcellFormats: ['light'],
      cloudProperties: { a: '1' },
      sha1: imageSha1,
    });
  });
});

describe('globs', () => {
  it.each([
    ['a/*', 'a/b', true],
    ['a/*', 'a/b/c', false],
    ['**/*', '.x', true],
    ['a/**/*', 'a/b', true],
    ['a/**', 'a/b/c', true],
    ['a.{c,h}', 'a.h', true],
    ['a.c', 'abc', false],
    ['[a-c]?', 'b+', true],
    ['[!a]', 'a', false],
    ['a+(b)', 'a+(b)', true],
  ])('%s of %s: %s', (glob, path, matches) => expect(globPattern(glob).test(path)).toBe(matches));
});
