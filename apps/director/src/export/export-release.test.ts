import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readRelease } from '@bosh6/formats/archives';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import type { TaskRow } from '../persistence/rows/index.js';

let h: Harness;
let dir: string;
beforeEach(async () => {
  h = await startHarness();
  dir = await mkdtemp(join(tmpdir(), 'bosh6-export-'));
  await h.deploy(manifest);
});
afterEach(async () => {
  await h.close();
  await rm(dir, { recursive: true });
});

const asked = {
  deployment: 'nginx',
  release: 'nginx',
  version: '1.22.1',
  os: 'debian-bookworm',
  stemcellVersion: '1.0',
  sha2: true,
  jobs: [],
};
const run = (changes: object = {}): Promise<TaskRow> => h.run('export_release', { ...asked, ...changes });
const errorOf = async (task: TaskRow): Promise<unknown> =>
  JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '').error;

async function tarballOf(task: TaskRow) {
  const told = JSON.parse(await h.output(task, 'result')) as { blobstore_id: string; sha1: string };
  const bytes = await buffer(h.collaborators.blobs.get(told.blobstore_id));
  await writeFile(join(dir, 'compiled.tgz'), bytes);
  return { told, bytes, contents: await readRelease(join(dir, 'compiled.tgz'), dir) };
}

it('a release is exported as a compiled one that could be uploaded, and goes with a clean-up', async () => {
  const task = await run();
  expect(task).toMatchObject({ state: 'done', result: 'Exported release: nginx/1.22.1 for debian-bookworm/1.0' });
  const { told, bytes, contents } = await tarballOf(task);
  expect(told.sha1).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
  expect(contents.manifest).toMatchObject({ name: 'nginx', version: '1.22.1', commitHash: 'abc', packages: [] });
  expect(contents.compiledPackages.map(({ name, stemcell }) => [name, stemcell])).toEqual([
    ['pcre', { os: 'debian-bookworm', version: '1.0' }],
    ['nginx', { os: 'debian-bookworm', version: '1.0' }],
  ]);
  expect(contents.jobs.map(({ name }) => name)).toEqual(['nginx']);
  expect(h.cpi.vms.size).toBe(1);
  expect(await h.stages(task)).toEqual(['Preparing package compilation', 'copying packages', 'copying jobs']);

  await h.run('delete_artifacts', { removeAll: false, keepOrphanedDisks: false });
  expect(await h.collaborators.blobs.exists(told.blobstore_id)).toBe(false);
});

it('what is not compiled yet is compiled first', async () => {
  for (const { id } of await h.store.read.compiledPackages.all()) await h.store.write((tx) => tx.compiledPackages.delete({ id }));
  const task = await run({ sha2: false, jobs: ['nginx'] });
  expect(task.state).toBe('done');
  expect(await h.stages(task)).toContain('Compiling packages');
  expect(await h.store.read.compiledPackages.all()).toHaveLength(2);
  const { told, bytes } = await tarballOf(task);
  expect(told.sha1).toBe(createHash('sha1').update(bytes).digest('hex'));
  expect(h.cpi.vms.size).toBe(1);
});

it('what is not there, or not of the deployment, is not exported', async () => {
  expect(await errorOf(await run({ release: 'none' }))).toMatchObject({ code: 30005 });
  expect(await errorOf(await run({ version: '2' }))).toMatchObject({ code: 30006 });
  expect(await errorOf(await run({ os: 'none' }))).toMatchObject({ code: 50003 });
  expect(await errorOf(await run({ deployment: 'none' }))).toMatchObject({ code: 70000 });
  await h.store.write(async (tx) => {
    const [row] = await tx.releases.versions.all();
    if (row !== undefined) await tx.releases.versions.insert({ ...row, id: undefined as never, version: '3' } as never);
  });
  expect(await errorOf(await run({ version: '3' }))).toMatchObject({ code: 30011 });
});
