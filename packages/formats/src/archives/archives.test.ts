import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseManifest } from '../release/release-manifest.js';
import { createStemcell } from './create-stemcell.js';
import { digestFile, verifyDigest } from './digest.js';
import { readEntries } from './read-entries.js';
import { readRelease } from './read-release.js';
import { readStemcell } from './read-stemcell.js';
import { redigestRelease } from './redigest-release.js';
import { repackStemcell } from './repack-stemcell.js';
import type { ReleaseArchives } from './types.js';
import { writeArchive } from './write-archive.js';
import { writeRelease } from './write-release.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
let root: string;
const at = (name: string): string => join(root, name);

/** One job, one package, a license; archives as files. */
async function release(): Promise<ReleaseArchives> {
  const archive = async (name: string, entries: Parameters<typeof writeArchive>[1]) => {
    const { sha256: hex } = await writeArchive(at(name), entries);
    return { version: name, fingerprint: name, sha1: `sha256:${hex}` };
  };
  const job = await archive('job', [
    { path: './job.MF', text: 'name: web\n' },
    { path: './monit', text: '' },
  ]);
  const license = await archive('license', [{ path: './LICENSE', text: 'free' }]);
  const manifest: ReleaseManifest = {
    name: 'r',
    version: '1',
    commitHash: 'c',
    uncommittedChanges: false,
    jobs: [{ name: 'web', ...job, packages: ['lib'] }],
    packages: [{ name: 'lib', ...(await archive('package', [{ path: './packaging', text: 'make' }])), dependencies: [] }],
    license,
    noCompression: false,
  };
  return {
    manifest,
    jobs: [{ name: 'web', archivePath: at('job') }],
    packages: [{ name: 'lib', archivePath: at('package') }],
    compiledPackages: [],
    licensePath: at('license'),
  };
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bosh6-test-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('a release tarball', () => {
  it('is read back as it was written, with the license once more at the top', async () => {
    const { manifest } = await release();
    await writeRelease(at('r.tgz'), await release());
    const read = await readRelease(at('r.tgz'), at('w'));
    expect(read.manifest).toEqual(manifest);
    expect((await digestFile(read.licensePath ?? '')).sha256).toBe(manifest.license?.sha1.slice(7));
    const paths: string[] = [];
    await readEntries(at('r.tgz'), 'release', async ({ path }) => void paths.push(path));
    expect(paths).toEqual(['release.MF', 'jobs', 'jobs/web.tgz', 'packages', 'packages/lib.tgz', 'license.tgz', 'LICENSE']);
  });

  it('may lack packages, but no jobs, and holds no other archives than it says', async () => {
    const whole = await release();
    await writeRelease(at('some.tgz'), { ...whole, packages: [] });
    expect((await readRelease(at('some.tgz'), at('w1'))).packages[0]?.archivePath).toBeUndefined();
    await writeRelease(at('swapped.tgz'), { ...whole, jobs: [{ name: 'web', archivePath: at('package') }] });
    await expect(readRelease(at('swapped.tgz'), at('w2'))).rejects.toMatchObject({ code: 'DigestMismatch' });
    await writeRelease(at('license.tgz'), { ...whole, licensePath: at('package') });
    await expect(readRelease(at('license.tgz'), at('w3'))).rejects.toMatchObject({ code: 'DigestMismatch' });
    await writeRelease(at('none.tgz'), { ...whole, jobs: [] });
    await expect(readRelease(at('none.tgz'), at('w4'))).rejects.toMatchObject({ code: 'InvalidRelease' });
  });

  it('gets digests of the other kind, and back, with the same archives', async () => {
    const { manifest } = await release();
    await writeRelease(at('r.tgz'), await release());
    const one = await redigestRelease(at('r.tgz'), at('one.tgz'), 'sha1');
    const { sha1 } = await digestFile(at('job'));
    expect(one.jobs[0]).toEqual({ ...manifest.jobs[0], sha1 });
    expect(one.license?.sha1).toMatch(/^[0-9a-f]{40}$/);
    expect(await redigestRelease(at('one.tgz'), at('two.tgz'), 'sha256')).toEqual(manifest);
    expect((await digestFile(at('two.tgz'))).sha256).toBe((await digestFile(at('r.tgz'))).sha256);
  });
});

describe('digests', () => {
  it('take the strongest part', async () => {
    const file = at('x.txt');
    await writeFile(file, 'x');
    const sha1 = createHash('sha1').update('x').digest('hex');
    await verifyDigest(file, sha1);
    await verifyDigest(file, `${'0'.repeat(40)};sha256:${sha256('x')}`);
    await expect(verifyDigest(file, '0'.repeat(40), 'release')).rejects.toMatchObject({ number: 30015 });
    await expect(verifyDigest(file, `sha256:${'0'.repeat(64)}`, 'stemcell')).rejects.toMatchObject({ number: 50007 });
    await expect(verifyDigest(file, 'sha256:abc')).rejects.toMatchObject({ code: 'InvalidDigest' });
    await expect(verifyDigest(file, `${sha1};${sha1}`)).rejects.toMatchObject({ code: 'InvalidDigest' });
  });
});

describe('a stemcell tarball', () => {
  const recipe = () => ({
    name: 's',
    version: '1.0',
    operatingSystem: 'debian',
    apiVersion: 3,
    stemcellFormats: ['light'],
    cloudProperties: { a: '1', b: '2' },
    image: at('x.txt'),
  });
  beforeEach(() => writeFile(at('x.txt'), 'x'));

  it('is read back', async () => {
    const made = await createStemcell(recipe(), at('s.tgz'));
    expect((await createStemcell(recipe(), at('t.tgz'))).sha256).toBe(made.sha256);
    const { manifest, imageSha1 } = await readStemcell(made.path, at('w'));
    expect(manifest).toEqual({
      name: 's',
      version: '1.0',
      operatingSystem: 'debian',
      apiVersion: 3,
      stemcellFormats: ['light'],
      cloudProperties: { a: '1', b: '2' },
      sha1: imageSha1,
    });
  });

  it('is packed again with another manifest and the same image', async () => {
    await createStemcell(recipe(), at('s.tgz'));
    const before = await readStemcell(at('s.tgz'), at('w1'));
    await repackStemcell(at('s.tgz'), at('t.tgz'), { name: 'n', version: '2', cloudProperties: { b: 3 }, formats: ['f'] });
    const after = await readStemcell(at('t.tgz'), at('w2'));
    const { manifest } = before;
    expect(after.manifest).toEqual({ ...manifest, name: 'n', version: '2', cloudProperties: { a: '1', b: 3 }, stemcellFormats: ['f'] });
    expect(after.imageSha1).toBe(before.imageSha1);
  });

  it('is packed without its image', async () => {
    await createStemcell(recipe(), at('s.tgz'));
    await repackStemcell(at('s.tgz'), at('t.tgz'), { emptyImage: true });
    expect(await readStemcell(at('t.tgz'), at('w'))).toMatchObject({ imageSize: 0, manifest: { name: 's', version: '1.0' } });
  });
});
