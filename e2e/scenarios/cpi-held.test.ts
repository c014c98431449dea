import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twoZones } from '../robustness/kill-points/two-zones.js';
import { expectDone } from '../stack/done.js';
import type { Ran } from '../stack/run.js';
import { isScript, port } from './witness/collector.js';
import { hold } from './witness/held.js';
import { manifestOf } from './witness/manifest.js';
import { type HeldMethod as Held, type ToldCpi, toldCpi } from './witness/told-cpi.js';
import { type Outcome, openWitness, type Witness } from './witness/witness.js';

const jobs = [
  { name: 'witness', release: 'witness', properties: { port } },
  { name: 'packed', release: 'witness' },
];
const ended = (disk: number): object => manifestOf('ended', 'one', [{ name: 'web', azs: ['z2'], persistent_disk: disk, jobs }]);

/** Each leaks nothing, and the next deploy ends well. */
describe('while a CPI is at work', () => {
  let witness: Witness;
  let cpi: ToldCpi;
  /** What becomes of what is begun when something happens while it waits. */
  const amid = async (begin: () => Promise<Ran>, held: Held, happens: () => Promise<unknown>): Promise<Outcome> => {
    try {
      const begun = begin();
      await held.waits();
      await happens();
      held.open();
      const ran = await begun;
      expect(ran.code).not.toBe(0);
      return await witness.outcome(ran);
    } finally {
      held.open();
    }
  };
  const cancelled = async (begin: () => Promise<Ran>, held: Held): Promise<void> => {
    const cancel = async (): Promise<Ran> => expectDone(await witness.bosh('ended', 'cancel-task', await witness.newest('ended')));
    expect(await amid(begin, held, cancel)).toMatchObject({ state: 'cancelled' });
    await witness.isClean();
  };
  /** What the CPI has done is told only when the task is cancelled. */
  const cancelledAt = (method: string, begin: () => Promise<Ran>): Promise<void> => cancelled(begin, cpi.hold(method));
  const converges = async (disk: number): Promise<Record<string, string>> => {
    expectDone(await witness.deploy(ended(disk)));
    await witness.isClean();
    const instance = await witness.instance('ended', 'web');
    const { vms } = await witness.stack.lab.status();
    expect(instance).toMatchObject({ process_state: 'running' });
    expect(vms.map(({ cid, disks }) => [cid, disks.length])).toEqual([[instance.vm_cid, 1]]);
    return instance;
  };
  const onDisk = async (...argv: string[]): Promise<string> => {
    const { vm_cid: cid = '' } = await witness.instance('ended', 'web');
    const { ended } = await witness.stack.lab.exec(cid, argv);
    return (await ended).stdout.trim();
  };
  const mine = (): Promise<string> => onDisk('cat', '/var/vcap/store/mine');

  beforeAll(async () => {
    witness = await openWitness(async (stack, fixtures) => {
      cpi = toldCpi(stack.home);
      await twoZones(stack, fixtures, cpi.executable);
    });
  });
  afterAll(() => witness?.close());

  it('a task is cancelled that makes a VM', async () => {
    await cancelledAt('create_vm', () => witness.deploy(ended(16)));
    await converges(16);
    await onDisk('sh', '-c', 'echo mine >/var/vcap/store/mine');
    expect(await mine()).toBe('mine');
  });

  it('a task is cancelled that moves a disk: the data is kept', async () => {
    const { disk_cids: before } = await witness.instance('ended', 'web');
    await cancelledAt('attach_disk', () => witness.deploy(ended(32)));
    expect((await converges(32)).disk_cids).not.toBe(before);
    expect(await mine()).toBe('mine');
  });

  it('the disk that is to take the data has no room: they stay where they are, and the next deploy moves them', async () => {
    const { vm_cid: cid = '', disk_cids: before = '' } = await witness.instance('ended', 'web');
    const makeSmall = async (): Promise<void> => {
      const disk = (await witness.stack.lab.status()).vms[0]?.disks.find((each) => each !== before);
      await onDisk(
        'sh',
        '-c',
        `head -c 1048576 /dev/zero >/var/vcap/store/large && mount -t tmpfs -o size=512k tmpfs /dev/bosh/disks/${disk}`,
      );
    };
    const outcome = await amid(() => witness.deploy(ended(24)), cpi.hold('attach_disk'), makeSmall);
    expect(outcome).toMatchObject({ state: 'error', code: 450001, message: expect.stringContaining('no room left in /var/vcap/store') });
    await witness.isClean();
    expect(await witness.instance('ended', 'web')).toMatchObject({ vm_cid: cid, disk_cids: before });
    expect((await converges(24)).disk_cids).not.toBe(before);
    expect(await mine()).toBe('mine');
    expect(await onDisk('stat', '-c', '%s', '/var/vcap/store/large')).toBe('1048576');
  });

  it('the blobstore goes away before a new VM has its jobs: the task says so', async () => {
    const blobs = join(witness.stack.home, 'director', 'blobs');
    const { disk_cids: disk } = await witness.instance('ended', 'web');
    const goes = async (): Promise<void> => renameSync(blobs, `${blobs}.away`);
    try {
      const outcome = await amid(() => witness.bosh('ended', 'recreate'), cpi.hold('create_vm'), goes);
      expect(outcome).toMatchObject({
        state: 'error',
        message: expect.stringMatching(/^the blobstore cannot be written: .*director.blobs/),
      });
    } finally {
      rmSync(blobs, { recursive: true, force: true });
      renameSync(`${blobs}.away`, blobs);
    }
    await witness.isClean();
    expect((await converges(24)).disk_cids).toBe(disk);
    expect(await mine()).toBe('mine');
  });

  it.each(['delete_vm', 'attach_disk'])('a task is cancelled that recreates an instance, at %s', async (method) => {
    const { disk_cids: before } = await witness.instance('ended', 'web');
    await cancelledAt(method, () => witness.bosh('ended', 'recreate'));
    expect((await converges(24)).disk_cids).toBe(before);
    expect(await mine()).toBe('mine');
  });

  it('a task is cancelled that deletes the deployment: a deploy has the instance back with its disk', async () => {
    const { instance: before, disk_cids: disk } = await witness.instance('ended', 'web');
    const drains = hold((one) => isScript(one, 'drain'));
    witness.collector.listen(drains.rule);
    const waits = (): Promise<void> => witness.collector.hears((one) => isScript(one, 'drain'));
    await cancelled(() => witness.bosh('ended', 'delete-deployment'), { waits, open: drains.open });
    witness.collector.listen();
    expect(await converges(24)).toMatchObject({ instance: before, disk_cids: disk });
    expect(await mine()).toBe('mine');
  });
});
