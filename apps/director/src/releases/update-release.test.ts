import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deletePassed } from '../blobs/delete-passing.js';
import { FileBlobstore } from '../blobs/file-blobstore.js';
import { UrlSigner } from '../blobs/signer.js';
import type { DirectorConfig } from '../core/config.js';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';
import { makeRelease } from '../release-tarball.test.support.js';
import { LeaseLocks } from '../tasks/lease-locks.js';
import { TaskOutputs } from '../tasks/task-outputs.js';
import { TaskQueue } from '../tasks/task-queue.js';
import { deleteReleaseHandler } from './delete-release.js';
import { updateReleaseHandler } from './update-release.js';

/** A disk that deletes nothing while `broken`, and has room for so many blobs. */
class StubbornBlobs extends FileBlobstore {
  broken = false;
  room = Number.POSITIVE_INFINITY;
  override async put(...given: Parameters<FileBlobstore['put']>): ReturnType<FileBlobstore['put']> {
    if (this.room-- <= 0) throw new TypeError('ENOSPC');
    return super.put(...given);
  }
  override async delete(id: string): Promise<void> {
    if (this.broken) throw new TypeError(`EIO: ${id}`);
    await super.delete(id);
  }
}

const world = realWorld();
const warnings: string[] = [];
const log = { debug: () => {}, info: () => {}, warn: (_fields: object, message: string) => void warnings.push(message), error: () => {} };
let dir: string;
let store: Store;
let blobs: StubbornBlobs;
let tasks: TaskQueue;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-update-release-'));
  store = await openSqliteStore(join(dir, 'db'));
  blobs = new StubbornBlobs(join(dir, 'blobs'), world, new UrlSigner('key'), () => '');
  await blobs.prepare();
  await mkdir(join(dir, 'uploads'));
  await makeRelease(join(dir, 'demo.tgz'), dir);
  await startQueue();
  warnings.length = 0;
});
afterEach(async () => {
  await tasks.close();
  await store.close();
  await rm(dir, { recursive: true });
});

async function startQueue(): Promise<void> {
  tasks = new TaskQueue({ store, outputs: new TaskOutputs(join(dir, 'tasks')), world, log, workers: 1 });
  const collaborators = { config: { stateDir: dir } as DirectorConfig, store, blobs, log, locks: new LeaseLocks(store, world, log) };
  tasks.register(updateReleaseHandler(collaborators), deleteReleaseHandler(collaborators));
  await tasks.start();
}

async function upload(fix: boolean): Promise<string> {
  const path = join(dir, 'uploads', world.uuid());
  await copyFile(join(dir, 'demo.tgz'), path);
  const payload = { path, fix, rebase: false };
  return (await tasks.ended(await tasks.enqueue({ type: 'update_release', description: '', user: 'admin', payload }))).state;
}

async function namedBlobs(): Promise<string[]> {
  const { packages, jobs } = store.read.releases;
  return [...(await packages.all()), ...(await jobs.all())].map((row) => row.blobstoreId ?? '');
}

describe('an upload that is no release', () => {
  it('is named as what the sender sent, not by where it was put', async () => {
    const path = join(dir, 'uploads', world.uuid());
    await writeFile(path, 'name: tiny\n');
    const payload = { path, fix: false, rebase: false };
    const { result } = await tasks.ended(await tasks.enqueue({ type: 'update_release', description: '', user: 'admin', payload }));
    expect(result).toContain("release archive 'the uploaded release' is damaged");
  });
});

describe('a blobstore that cannot delete', () => {
  it('costs no blob that a fixed release names', async () => {
    expect(await upload(false)).toBe('done');
    const before = await namedBlobs();
    blobs.broken = true;
    expect(await upload(true)).toBe('done');
    blobs.broken = false;
    const after = await namedBlobs();
    expect(after).not.toEqual(before);
    expect(await Promise.all(after.map((id) => blobs.exists(id)))).toEqual([true, true]);
    expect(warnings).toEqual(['a blob that nobody needs could not be deleted', 'a blob that nobody needs could not be deleted']);
    expect((await store.read.passingBlobs.all()).map(({ blobstoreId }) => blobstoreId).sort()).toEqual(before.sort());
  });

  it('and takes no more: the task says that, nothing of the release is there, and the next upload ends well', async () => {
    Object.assign(blobs, { broken: true, room: 1 });
    const path = join(dir, 'uploads', world.uuid());
    await copyFile(join(dir, 'demo.tgz'), path);
    const payload = { path, fix: false, rebase: false };
    const task = await tasks.ended(await tasks.enqueue({ type: 'update_release', description: '', user: 'admin', payload }));
    expect(task).toMatchObject({ state: 'error', result: expect.stringContaining('ENOSPC') });
    expect(await store.read.releases.count()).toBe(0);
    expect(warnings).toContain('a blob that nothing names could not be deleted');
    Object.assign(blobs, { broken: false, room: Number.POSITIVE_INFINITY });
    expect(await upload(false)).toBe('done');
  });

  it('does not fail the deletion of a release, which is gone by then', async () => {
    await upload(false);
    blobs.broken = true;
    const payload = { name: 'demo' };
    const row = await tasks.ended(await tasks.enqueue({ type: 'delete_release', description: '', user: 'admin', payload }));
    expect(row.state).toBe('done');
    expect(await store.read.releases.count()).toBe(0);
  });
});

it('a deletion that was cut off once the rows were gone ends well when it runs again, and its blobs go', async () => {
  await upload(false);
  const ids = await namedBlobs();
  blobs.broken = true;
  const id = await tasks.enqueue({ type: 'delete_release', description: '', user: 'admin', payload: { name: 'demo' } });
  await tasks.ended(id);
  await tasks.close();
  blobs.broken = false;
  await store.write((tx) => tx.tasks.update({ id }, { state: 'processing', result: null, finishedAt: null }));
  await startQueue();
  expect(await tasks.ended(id)).toMatchObject({ state: 'done', result: '/release/demo' });
  await deletePassed({ store, blobs, world, log });
  expect(await Promise.all(ids.map((blob) => blobs.exists(blob)))).toEqual([false, false]);
  expect(await store.read.passingBlobs.count()).toBe(0);
});
