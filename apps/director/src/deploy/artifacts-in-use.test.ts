import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await h.close();
});

const codeOf = async (task: Parameters<Harness['output']>[0]): Promise<number | undefined> => {
  const last = (await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}';
  return JSON.parse(last).error?.code;
};
const deleteRelease = (version: string) => h.run('delete_release', { name: 'nginx', version });
const deleteStemcell = () => h.run('delete_stemcell', { name: 'lab', version: '1.0' });

/** Runs `meanwhile` while a deploy of `text` waits for its VM. */
async function during(text: string, meanwhile: () => Promise<void>): Promise<void> {
  const gate = Promise.withResolvers<void>();
  h.cpi.gate = gate.promise;
  const before = h.cpi.calls.length;
  const deploying = h.deploy(text);
  try {
    await expect.poll(() => h.cpi.calls.slice(before).includes('create_vm'), { timeout: 5000, interval: 2 }).toBe(true);
    await meanwhile();
  } finally {
    gate.resolve();
  }
  expect(await deploying).toMatchObject({ state: 'done' });
}

test('what a first deploy is using cannot be deleted', async () => {
  await during(manifest, async () => {
    expect(await codeOf(await deleteRelease('1.22.1'))).toBe(30008);
    expect(await codeOf(await deleteStemcell())).toBe(50004);
  });
});

test('a deploy of another version keeps both until it has ended well', async () => {
  await h.deploy(manifest);
  await h.store.write(async (tx) => {
    const [first] = await tx.releases.versions.all();
    if (first === undefined) return;
    const { id: _, ...rest } = first;
    await tx.releases.versions.insert({ ...rest, version: '2' });
  });
  // The other address makes a new VM, so that there is something to wait for.
  const next = manifest.replace('version: latest}]\nstem', 'version: 2}]\nstem').replace('10.0.9.165', '10.0.9.166');
  await during(next, async () => {
    expect(await codeOf(await deleteRelease('1.22.1'))).toBe(30008);
    expect(await codeOf(await deleteRelease('2'))).toBe(30008);
  });
  expect(await deleteRelease('1.22.1')).toMatchObject({ state: 'done' });
  expect(await codeOf(await deleteRelease('2'))).toBe(30008);
});

test('a deploy that failed keeps what its VMs may have; the next good one lets go', async () => {
  h.cpi.behaviour = { jobState: 'failing' };
  expect(await h.deploy(manifest)).toMatchObject({ state: 'error' });
  expect(await codeOf(await deleteStemcell())).toBe(50004);
});

test.each([
  ['release', () => deleteRelease('1.22.1'), 30006, 2],
  ['stemcell', () => deleteStemcell(), 50003, 3],
])('a %s that goes between look-up and placement ends the deploy with its place', async (_, remove, code, line) => {
  const { renderer } = h.collaborators;
  const render = renderer.render.bind(renderer);
  vi.spyOn(renderer, 'render').mockImplementationOnce(async (input) => {
    expect(await remove()).toMatchObject({ state: 'done' });
    return render(input);
  });
  const task = await h.deploy(manifest);
  expect(await codeOf(task)).toBe(code);
  expect(JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '').error.details.where).toMatchObject({ line });
  expect(await h.store.read.reservations.all()).toEqual([]);
  expect(await h.store.read.deployments.all()).toEqual([]);
});
