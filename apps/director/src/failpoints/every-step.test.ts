import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startHarness } from '../deploy/harness.test.support.js';
import { Life, type Work } from './life.test.support.js';

/** All with `npm run test:long`, else some of each. */
const stride = process.env.BOSH6_KILL_POINTS === 'all' ? 1 : 31;

interface Wanted {
  readonly conf: string;
  readonly diskMib: number;
  readonly instances: number;
  readonly strategy: 'delete-create' | 'create-swap-delete';
}

const deployment = 'nginx';
const manifestOf = ({ conf, diskMib, instances, strategy }: Wanted): string => `name: ${deployment}
releases: [{name: nginx, version: latest}]
stemcells: [{alias: default, os: debian-bookworm, version: latest}]
update: {canaries: 1, max_in_flight: 2, canary_watch_time: 0-50, update_watch_time: 0-50, vm_strategy: ${strategy}}
instance_groups:
- name: nginx
  instances: ${instances}
  azs: [z1]
  stemcell: default
  vm_type: small
  persistent_disk: ${diskMib}
  jobs: [{name: nginx, release: nginx, properties: {nginx_conf: ${conf}}}]
  networks: [{name: default}]
`;

const plain: Wanted = { conf: 'one', diskMib: 64, instances: 2, strategy: 'delete-create' };
const swapping: Wanted = { ...plain, strategy: 'create-swap-delete' };

interface Operation {
  /** What there is before; undefined for nothing. */
  readonly before: Wanted | undefined;
  readonly after: Wanted | undefined;
  /** Flags of the deploy that dies, and of no other. */
  readonly flags?: object;
  readonly compiles?: boolean;
}

const operations: Record<string, Operation> = {
  compile: { before: undefined, after: plain, compiles: true },
  update: { before: plain, after: { ...plain, conf: 'two' } },
  recreate: { before: plain, after: plain, flags: { recreate: true } },
  swap: { before: swapping, after: swapping, flags: { recreate: true } },
  migrate: { before: plain, after: { ...plain, diskMib: 96 } },
  'recreate disks': { before: plain, after: plain, flags: { recreatePersistentDisks: true } },
  shrink: { before: plain, after: { ...plain, instances: 1 } },
  delete: { before: plain, after: undefined },
};

function workOf(wanted: Wanted | undefined, flags: object = {}): Work {
  if (wanted === undefined) return { type: 'delete_deployment', payload: { deployment } };
  return { type: 'update_deployment', payload: { deployment, manifestText: manifestOf(wanted), ...flags } };
}

let h: Harness;
let life: Life;
beforeAll(async () => {
  h = await startHarness();
  await h.queue.close();
  life = await Life.begin(h);
});
afterAll(async () => {
  await life.end();
  await h.close();
});

/** What a person does next: the same deploy again, without flags; a delete unless all is gone. */
async function converge(wanted: Wanted | undefined): Promise<void> {
  if (wanted === undefined && (await h.store.read.deployments.find({ name: deployment })) === undefined) return;
  const task = await life.run(workOf(wanted));
  expect(task, await h.output(task, 'debug')).toMatchObject({ state: 'done' });
}

async function findings(): Promise<{ severity: string }[]> {
  const lines = (await h.output(await life.run({ type: 'fsck', payload: {} }), 'result')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as { severity: string });
}

async function isWhole(wanted: Wanted | undefined): Promise<void> {
  await life.run({ type: 'scheduled_orphaned_vm_cleanup', payload: {} });
  expect(await findings()).toEqual([]);
  const { read } = h.store;
  const vms = await read.vms.all();
  expect(vms).toHaveLength(wanted?.instances ?? 0);
  expect([...h.cpi.vms.keys()].sort()).toEqual(vms.map(({ cid }) => cid).sort());
  expect([...h.bus.authorized].sort()).toEqual(vms.map(({ agentId }) => agentId).sort());
  const disks = await read.disks.all();
  expect([...h.cpi.disks].sort()).toEqual([...disks, ...(await read.orphanDisks.all())].map(({ cid }) => cid).sort());
  expect(disks).toHaveLength(vms.length);
  const instances = await read.instances.all();
  for (const { cid, instanceId } of vms) {
    const there = h.cpi.vms.get(cid ?? '');
    const own = disks.find((disk) => disk.instanceId === instanceId);
    expect(own).toMatchObject({ size: wanted?.diskMib, active: true });
    expect([...(there?.disks ?? [])]).toEqual([own?.cid]);
    expect(there?.agent).toMatchObject({ store: own?.cid, mounted: [own?.cid] });
    expect(h.cpi.metadata.get(cid ?? '')).toMatchObject({ id: instances.find(({ id }) => id === instanceId)?.uuid });
  }
  expect(await read.reservations.all()).toHaveLength(vms.length);
  expect(await read.locks.all()).toEqual([]);
  expect(await read.intents.all({ state: 'open' })).toEqual([]);
}

test.each(Object.entries(operations))(
  '%s: wherever the Director dies, the task ends in error, the next deploy converges, and nothing is leaked or lost',
  {
    timeout: 3_600_000 / stride,
  },
  async (_name, { before, after, flags, compiles = false }) => {
    const prepare = async (): Promise<void> => {
      await converge(before);
      if (compiles)
        await h.store.write(async (tx) => {
          for (const { id } of await tx.compiledPackages.all()) await tx.compiledPackages.delete({ id });
        });
    };
    const work = workOf(after, flags);
    await converge(undefined);
    await prepare();
    const steps = await life.count(work);
    await isWhole(after);
    const failures: string[] = [];
    let reached = 0;
    for (let step = 1 + (steps % stride); step <= steps; step += stride) {
      let where: string | undefined;
      try {
        await prepare();
        where = await life.dies(work, step);
        if (where === undefined) continue;
        reached += 1;
        life = await Life.begin(h);
        expect((await h.store.read.tasks.all()).sort((a, b) => b.id - a.id)[0]).toMatchObject({ type: work.type, state: 'error' });
        expect((await findings()).filter(({ severity }) => severity !== 'pending')).toEqual([]);
        await converge(after);
        await isWhole(after);
      } catch (error) {
        failures.push(`step ${step} of ${steps}, ${where}: ${String(error)}`);
        life = await Life.begin(h);
        await life.run({ type: 'delete_deployment', payload: { deployment, force: true } });
      }
    }
    expect(failures).toEqual([]);
    expect(reached).toBeGreaterThan(0);
  },
);
