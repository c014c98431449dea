import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EventRow } from '../persistence/rows/index.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

/** `create vm` once it began, `create vm.` once it ended. */
const told = ({ action, objectType, parentId }: EventRow): string => `${action} ${objectType}${parentId === null ? '' : '.'}`;
/** Without the short locks on releases and packages. */
const eventsOf = async (taskId: number): Promise<EventRow[]> =>
  (await h.store.read.events.all({ taskId })).filter(
    ({ objectType, objectName }) => objectType !== 'lock' || objectName === 'lock:deployment:nginx',
  );

it('a deploy and a deletion tell what begins and how it ends, as BOSH does', async () => {
  const deploy = await h.deploy(manifest);
  const events = await eventsOf(deploy.id);
  expect(events.filter(({ instance }) => !instance?.startsWith('compilation-')).map(told)).toEqual([
    'acquire lock',
    'create deployment',
    'create vm',
    'create vm.',
    'create instance',
    'create disk',
    'create disk.',
    'create instance.',
    'create deployment.',
    'release lock',
  ]);
  for (const { user, deployment, error } of events)
    expect({ user, deployment, error }).toEqual({ user: 'admin', deployment: 'nginx', error: null });
  const byId = new Map(events.map((event) => [event.id, event]));
  for (const { parentId, action, objectType } of events)
    if (parentId !== null) expect(byId.get(parentId)).toMatchObject({ action, objectType, parentId: null });
  const [instance] = await h.store.read.instances.all();
  const name = `${instance?.group}/${instance?.uuid}`;
  const [vm] = await h.store.read.vms.all();
  const [disk] = await h.store.read.disks.all();
  const ended = (what: string): EventRow | undefined => events.findLast((event) => told(event) === what);
  expect(ended('create vm.')).toMatchObject({ objectName: vm?.cid, instance: name });
  expect(ended('create disk.')).toMatchObject({ objectName: disk?.cid, instance: name });
  expect(ended('create instance.')).toMatchObject({ objectName: name, instance: name });
  expect(ended('acquire lock')).toMatchObject({ objectName: 'lock:deployment:nginx' });
  expect(ended('create deployment.')?.context).toEqual({
    before: { releases: [], stemcells: [] },
    after: { releases: ['nginx/1.22.1'], stemcells: ['lab/1.0'] },
  });

  const gone = await eventsOf((await h.run('delete_deployment', { deployment: 'nginx' })).id);
  expect(gone.map(told)).toEqual([
    'acquire lock',
    'delete deployment',
    'delete instance',
    'delete vm',
    'delete vm.',
    'orphan disk',
    'delete instance.',
    'delete deployment.',
    'release lock',
  ]);
  const deleted = await eventsOf((await h.run('delete_orphan_disks', { cids: [disk?.cid] })).id);
  expect(deleted.map(told)).toEqual(['delete disk', 'delete disk.']);
  expect(deleted[1]).toMatchObject({ objectName: disk?.cid, deployment: 'nginx', instance: name });
});

it('a deploy that fails tells why, and is an update after one that did not', async () => {
  const failed = (await eventsOf((await h.deploy(manifest.replace('nginx_conf: one', 'nginx_conf: RAISE'))).id)).filter(
    ({ objectType }) => objectType === 'deployment',
  );
  expect(failed.map(told)).toEqual(['create deployment', 'create deployment.']);
  expect(failed.map(({ error }) => error)).toEqual([null, expect.any(String)]);
  await h.deploy(manifest);
  const again = await eventsOf((await h.deploy(manifest)).id);
  expect(again.map(told)).toEqual(['acquire lock', 'update deployment', 'update deployment.', 'release lock']);
  expect(again[2]?.context).toMatchObject({ before: { releases: ['nginx/1.22.1'] } });
  const dry = await eventsOf((await h.deploy(manifest, { dryRun: true })).id);
  expect(dry.map(told)).toEqual(['acquire lock', 'release lock']);
});
