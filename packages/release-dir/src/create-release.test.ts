import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualWorld } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CreateOptions, createRelease as create } from './create-release.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
let root: string;
/** With a cache of its own. */
const createRelease = (options: CreateOptions = {}) => create(root, { cacheDir: join(root, 'cache'), ...options });

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

describe('createRelease', () => {
  it("gives the original's fingerprints", async () => {
    const { manifest } = await createRelease();
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
    for (let time = 0; time < 2; time++) versions.push((await createRelease({ world })).manifest.version);
    await write('releases/web/index.yml', 'builds: {u: {version: "3"}}\nformat-version: "2"\n');
    versions.push((await createRelease({ world })).manifest.version);
    expect(versions).toEqual(['0+dev.1', '0+dev.2', '3+dev.1']);
    expect(await readFile(join(root, 'dev_releases/web/web-0+dev.2.yml'), 'utf8')).toContain('version: 0+dev.2');
    await expect(createRelease({ version: '0+dev.2' })).rejects.toMatchObject({ code: 'ReleaseVersionTaken' });
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
    await expect(createRelease(code === 'InvalidReleaseVersion' ? { version: 'a b' } : {})).rejects.toMatchObject({ code });
  });

  it('refuses a missing blob', async () => {
    await rm(join(root, 'blobs'), { recursive: true });
    await expect(createRelease()).rejects.toMatchObject({ code: 'BlobMissing' });
  });

  it('fetches a blob from a local blobstore', async () => {
    await cp(join(root, 'blobs/a/b.tgz'), join(root, 'store/id'));
    await rm(join(root, 'blobs'), { recursive: true });
    await write('config/final.yml', `name: web\nblobstore: {provider: local, options: {blobstore_path: ${join(root, 'store')}}}\n`);
    await write('config/blobs.yml', `a/b.tgz:\n  size: 4\n  object_id: id\n  sha: sha256:${sha256('blob')}\n`);
    expect((await createRelease()).manifest.packages).toHaveLength(2);
  });
});
