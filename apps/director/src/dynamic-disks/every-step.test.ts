import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import { Life, type Work } from '../failpoints/life.test.support.js';

/** All with `npm run test:long`, else some of each. */
const stride = process.env.BOSH6_KILL_POINTS === 'all' ? 1 : 6;

let h: Harness;
let life: Life;
let instance: string;
beforeAll(async () => {
  h = await startHarness();
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  await h.queue.close();
  life = await Life.begin(h);
  instance = (await h.store.read.instances.all())[0]?.uuid ?? '';
});
afterAll(async () => {
  await life.end();
  await h.close();
});

const provide = (): Work => ({ type: 'provide_dynamic_disk', payload: { name: 'data', pool: 'small', sizeMib: 10, instance } });
const detach: Work = { type: 'detach_dynamic_disk', payload: { name: 'data' } };
const remove: Work = { type: 'delete_dynamic_disk', payload: { name: 'data' } };

async function findings(): Promise<{ severity: string }[]> {
  const lines = (await h.output(await life.run({ type: 'fsck', payload: {} }), 'result')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as { severity: string });
}

/** No disk is anybody's that the database does not know, and the VM has what it says. */
async function isWhole(isThere: boolean): Promise<void> {
  expect(await findings()).toEqual([]);
  const rows = await h.store.read.dynamicDisks.all();
  expect(rows).toHaveLength(isThere ? 1 : 0);
  const persistent = (await h.store.read.disks.all()).map(({ cid }) => cid);
  expect([...h.cpi.disks].sort()).toEqual([...persistent, ...rows.map(({ cid }) => cid)].sort());
  const [vm] = h.cpi.vms.values();
  expect([...(vm?.disks ?? [])].sort()).toEqual([...h.cpi.disks].sort());
  expect([...(vm?.agent.dynamic.keys() ?? [])]).toEqual(rows.map(({ cid }) => cid));
}

test.each<[string, () => Work, () => Promise<unknown>, boolean]>([
  ['provide', provide, async () => [await life.run(detach), await life.run(remove)], true],
  ['detach', () => detach, () => life.run(provide()), false],
  ['delete', () => remove, async () => [await life.run(provide()), await life.run(detach)], false],
])(
  '%s: wherever the Director dies, the same request again ends it, and no disk is leaked',
  async (_name, work, prepare, isThere) => {
    const settle = async (): Promise<void> => {
      expect(await life.run(work())).toMatchObject({ state: 'done' });
      if (!isThere) expect(await life.run(remove)).toMatchObject({ state: 'done' });
      await isWhole(isThere);
    };
    await prepare();
    const steps = await life.count(work());
    await settle();
    let reached = 0;
    for (let step = 1 + (steps % stride); step <= steps; step += stride) {
      await prepare();
      const where = await life.dies(work(), step);
      if (where === undefined) continue;
      reached += 1;
      life = await Life.begin(h);
      expect(
        (await findings()).filter(({ severity }) => severity !== 'pending'),
        where,
      ).toEqual([]);
      await settle();
    }
    expect(reached).toBeGreaterThan(0);
  },
  120_000,
);
