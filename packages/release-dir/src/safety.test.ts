import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addBlob,
  createRelease,
  generateJob,
  generatePackage,
  initRelease,
  listBlobs,
  removeBlob,
  resetRelease,
  syncBlobs,
  uploadBlobs,
} from './index.js';

const digest = `sha256:${'0'.repeat(64)}`;
let work: string;
let root: string;
let cacheDir: string;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
const there = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

async function expectAll(error: object, attempts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(error);
}

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'bosh6-test-'));
  root = join(work, 'web-release');
  cacheDir = join(work, 'cache');
  await mkdir(root);
  await initRelease(root);
  await writeFile(join(work, 'precious'), 'precious');
});
afterEach(() => rm(work, { recursive: true }));

describe('paths that lead out of a release directory are refused', () => {
  it.each(['../precious', '/etc/passwd', 'a/../../precious', '', '.', 'a\\b', 'a\0b'])('as a blob: %j', async (path) => {
    await expectAll({ code: 'UnsafePath' }, [() => addBlob(root, join(work, 'precious'), path), () => removeBlob(root, path)]);
    expect(await readFile(join(work, 'precious'), 'utf8')).toBe('precious');
  });

  it.each(['..', '.', 'a/b', '../x', 'a b', ''])('as a name: %j', async (name) => {
    await expectAll({ code: 'InvalidName' }, [
      () => generateJob(root, name),
      () => generatePackage(root, name),
      () => createRelease(root, { name, cacheDir }),
    ]);
    expect((await readdir(root)).sort()).toEqual(['config', 'jobs', 'packages', 'src']);
  });

  it.each(['../x', '/x', 'a/../x'])('in the list of blobs: %j', async (path) => {
    await write('config/blobs.yml', `${JSON.stringify(path)}: {size: 1, sha: "${digest}"}\n`);
    await expectAll({ code: 'UnsafePath' }, [
      () => listBlobs(root),
      () => syncBlobs(root),
      () => uploadBlobs(root),
      () => createRelease(root, { cacheDir }),
    ]);
  });

  it('as the id of an object', async () => {
    await write('config/final.yml', 'name: web\nblobstore: {provider: local, options: {blobstore_path: store}}\n');
    await write('config/blobs.yml', `x: {size: 8, object_id: ../../precious, sha: "${digest}"}\n`);
    await expect(syncBlobs(root)).rejects.toMatchObject({ code: 'UnsafePath' });
    expect(await readdir(join(root, 'blobs'))).toEqual([]);
  });

  it.each(['files: ["../../precious"]', 'files: [a, ".."]', 'files: [a]\nexcluded_files: ["../x"]'])('as a glob: %s', async (globs) => {
    await write('src/a', '');
    await write('packages/p/packaging', '');
    await write('packages/p/spec', `name: p\n${globs}\n`);
    await expect(createRelease(root, { cacheDir })).rejects.toMatchObject({
      code: 'UnsafePath',
      where: { document: join(root, 'packages/p/spec') },
    });
  });
});

describe('links that lead out of a release directory are refused', () => {
  it('where blobs are kept: nothing behind them is written or deleted', async () => {
    await mkdir(join(work, 'elsewhere'));
    await writeFile(join(work, 'elsewhere/file'), '');
    await symlink(join(work, 'elsewhere'), join(root, 'blobs'));
    await expectAll({ code: 'UnsafePath' }, [
      () => syncBlobs(root),
      () => addBlob(root, join(work, 'precious'), 'x'),
      () => removeBlob(root, 'file'),
    ]);
    await resetRelease(root);
    expect(await there(join(root, 'blobs'))).toBe(false);
    expect(await readdir(join(work, 'elsewhere'))).toEqual(['file']);
  });

  it('among the blobs, before anything is deleted', async () => {
    await write('blobs/a', '');
    await mkdir(join(root, 'blobs/z'));
    await symlink(work, join(root, 'blobs/z/link'));
    await expect(syncBlobs(root)).rejects.toMatchObject({ code: 'UnsafePath' });
    expect(await there(join(root, 'blobs/a'))).toBe(true);
  });

  it.each(['dev_releases', 'config', '.dev_builds'])('in place of %s', async (folder) => {
    await generateJob(root, 'j');
    const final = await readFile(join(root, 'config/final.yml'), 'utf8');
    await rm(join(root, folder), { recursive: true, force: true });
    await mkdir(join(work, 'elsewhere'));
    await writeFile(join(work, 'elsewhere/final.yml'), final);
    await symlink(join(work, 'elsewhere'), join(root, folder));
    const attempt = folder === 'config' ? addBlob(root, join(work, 'precious'), 'x') : createRelease(root, { cacheDir });
    await expect(attempt).rejects.toMatchObject({ code: 'UnsafePath' });
    expect(await readdir(join(work, 'elsewhere'))).toEqual(['final.yml']);
  });

  it('as a template, a monit file, a packaging script', async () => {
    await generateJob(root, 'j');
    await write('jobs/j/spec', 'name: j\ntemplates: {secret: x}\n');
    await symlink(join(work, 'precious'), join(root, 'jobs/j/templates/secret'));
    await expect(createRelease(root, { cacheDir })).rejects.toMatchObject({ code: 'UnsafePath' });
    await rm(join(root, 'jobs/j'), { recursive: true });
    await generatePackage(root, 'p');
    await rm(join(root, 'packages/p/packaging'));
    await symlink(join(work, 'precious'), join(root, 'packages/p/packaging'));
    await expect(createRelease(root, { cacheDir })).rejects.toMatchObject({ code: 'UnsafePath' });
  });
});

describe('what was interrupted leaves nothing half-made', () => {
  it('a blob that cannot be read', async () => {
    await addBlob(root, join(work, 'precious'), 'a/x');
    const before = await readFile(join(root, 'config/blobs.yml'), 'utf8');
    await expect(addBlob(root, work, 'a/x')).rejects.toMatchObject({ code: 'UnreadableFile' });
    expect(await readFile(join(root, 'config/blobs.yml'), 'utf8')).toBe(before);
    expect(await readdir(join(root, 'blobs/a'))).toEqual(['x']);
    expect(await readFile(join(root, 'blobs/a/x'), 'utf8')).toBe('precious');
  });

  it('a fetched blob that is another one', async () => {
    await write('config/final.yml', 'name: web\nblobstore: {provider: local, options: {blobstore_path: store}}\n');
    await write('store/id', 'another');
    await write('config/blobs.yml', `a/x: {size: 8, object_id: id, sha: "${digest}"}\n`);
    await expect(syncBlobs(root)).rejects.toMatchObject({ code: 'DigestMismatch' });
    expect(await readdir(join(root, 'blobs/a'))).toEqual([]);
  });

  it('a final release whose blobstore is not there: not even its dev release is recorded', async () => {
    await generateJob(root, 'j');
    await expect(createRelease(root, { final: true, cacheDir })).rejects.toMatchObject({ code: 'BlobstoreNotConfigured' });
    expect(await there(join(root, 'dev_releases'))).toBe(false);
    expect(await there(join(root, '.final_builds'))).toBe(false);
  });

  it('a damaged archive of the cache is built again', async () => {
    await generateJob(root, 'j');
    const first = await createRelease(root, { cacheDir });
    const [name = ''] = await readdir(cacheDir);
    await chmod(join(cacheDir, name), 0o600);
    await writeFile(join(cacheDir, name), 'damaged');
    expect((await createRelease(root, { cacheDir })).manifest.jobs).toEqual(first.manifest.jobs);
    expect((await readFile(join(cacheDir, name))).length).toBeGreaterThan('damaged'.length);
  });
});

describe('blobstores', () => {
  it.each(['s3', 'gcs', 'dav'])('%s is refused by name, with what to do', async (provider) => {
    await write('config/final.yml', `name: web\nblobstore: {provider: ${provider}, options: {bucket_name: b}}\n`);
    await addBlob(root, join(work, 'precious'), 'x');
    await expect(uploadBlobs(root)).rejects.toMatchObject({
      code: 'BlobstoreUnsupported',
      message: expect.stringContaining(`'${provider}'`),
      hint: expect.stringContaining('provider: local'),
    });
  });

  it('an existing list of blobs survives init-release', async () => {
    await addBlob(root, join(work, 'precious'), 'x');
    await initRelease(root);
    expect(await listBlobs(root)).toHaveLength(1);
  });
});
