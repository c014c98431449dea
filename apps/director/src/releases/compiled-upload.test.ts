import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { writeArchive } from '@bosh6/formats/archives';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileBlobstore } from '../blobs/file-blobstore.js';
import { UrlSigner } from '../blobs/signer.js';
import type { DirectorConfig } from '../core/config.js';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';
import { LeaseLocks } from '../tasks/lease-locks.js';
import { TaskOutputs } from '../tasks/task-outputs.js';
import { TaskQueue } from '../tasks/task-queue.js';
import { matchingCompiledFingerprints } from './matching-packages.js';
import { updateReleaseHandler } from './update-release.js';

const world = realWorld();
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
let dir: string;
let store: Store;
let blobs: FileBlobstore;
let tasks: TaskQueue;
let archive: { path: string; sha1: string };

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-compiled-'));
  store = await openSqliteStore(join(dir, 'db'));
  blobs = new FileBlobstore(join(dir, 'blobs'), world, new UrlSigner('key'), () => '');
  await blobs.prepare();
  await mkdir(join(dir, 'uploads'));
  const path = join(dir, 'compiled.tgz');
  archive = { path, ...(await writeArchive(path, [{ path: 'lib/a', text: 'a' }])) };
  tasks = new TaskQueue({ store, outputs: new TaskOutputs(join(dir, 'tasks')), world, log, workers: 1 });
  tasks.register(
    updateReleaseHandler({ config: { stateDir: dir } as DirectorConfig, store, blobs, log, locks: new LeaseLocks(store, world, log) }),
  );
  await tasks.start();
});
afterEach(async () => {
  await tasks.close();
  await store.close();
  await rm(dir, { recursive: true });
});

/** `tool` needs `lib`; a package's fingerprint is its version. */
const manifest = ({ name = 'demo', version = '1', lib = 'l1', stemcell = 'debian-bookworm/1.0' } = {}): string =>
  [
    `name: ${name}`,
    `version: "${version}"`,
    'commit_hash: abc',
    'uncommitted_changes: false',
    'jobs: []',
    'compiled_packages:',
    ...[`tool, version: t1, fingerprint: t1, dependencies: [lib]`, `lib, version: ${lib}, fingerprint: ${lib}, dependencies: []`].map(
      (entry) => `- {name: ${entry}, sha1: ${archive.sha1}, stemcell: ${stemcell}}`,
    ),
  ].join('\n');

async function upload(text: string, files: readonly string[]): Promise<{ state: string; error?: string }> {
  const path = join(dir, 'uploads', world.uuid());
  const entries = files.map((name) => ({ path: `compiled_packages/${name}.tgz`, file: archive.path }));
  await writeArchive(path, [{ path: 'release.MF', text }, ...entries]);
  const payload = { path, fix: false, rebase: false };
  const { state, result } = await tasks.ended(await tasks.enqueue({ type: 'update_release', description: '', user: 'admin', payload }));
  return state === 'done' ? { state } : { state, error: result ?? '' };
}

const compiled = async (): Promise<string[]> => (await store.read.compiledPackages.all()).map(({ blobstoreId }) => blobstoreId);
const matches = (text: string): Promise<string[]> => matchingCompiledFingerprints(store.read, text);

describe('a compiled release', () => {
  it('need not be sent again as far as it is there, compiled for the same with the same', async () => {
    expect(await matches(manifest())).toEqual([]);
    expect(await upload(manifest(), ['tool', 'lib'])).toEqual({ state: 'done' });
    expect(await matches(manifest({ version: '2' }))).toEqual(['t1', 'l1']);
    expect(await matches(manifest({ stemcell: 'debian-bookworm/1.1' }))).toEqual([]);
    // what tool was compiled with is another one
    expect(await matches(manifest({ lib: 'l2' }))).toEqual([]);
  });

  it('is wanted whole where an upload of it was cut off', async () => {
    await upload(manifest(), ['tool', 'lib']);
    await store.write(async (tx) => {
      const [version] = await tx.releases.versions.all();
      await tx.releases.versions.update({ id: version?.id ?? 0 }, { updateCompleted: false });
    });
    expect(await matches(manifest())).toEqual([]);
  });

  it('is completed from what is there', async () => {
    await upload(manifest(), ['tool', 'lib']);
    const before = await compiled();
    expect(await upload(manifest({ version: '2' }), [])).toEqual({ state: 'done' });
    expect(await compiled()).toEqual(before);
    expect(await upload(manifest({ name: 'other' }), ['tool'])).toEqual({ state: 'done' });
    const all = await compiled();
    expect(new Set(all).size).toBe(4);
    expect(await Promise.all(all.map((id) => blobs.exists(id)))).toEqual([true, true, true, true]);
  });

  it('is refused where a file is missing here and there', async () => {
    expect(await upload(manifest(), ['tool'])).toMatchObject({
      state: 'error',
      error: expect.stringContaining("'lib/l1 for debian-bookworm/1.0'"),
    });
    expect(await compiled()).toEqual([]);
    expect(await store.read.releases.count()).toBe(0);
  });
});
