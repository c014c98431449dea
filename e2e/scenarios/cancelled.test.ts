import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twoZones } from '../robustness/kill-points/two-zones.js';
import { expectDone } from '../stack/done.js';
import type { Ran } from '../stack/run.js';
import { isScript } from './witness/collector.js';
import { hold } from './witness/held.js';
import { manifestOf } from './witness/manifest.js';
import { type ToldCpi, toldCpi } from './witness/told-cpi.js';
import { openWitness, type Witness } from './witness/witness.js';

const ended = (disk: number): object => manifestOf('ended', 'one', [{ name: 'web', azs: ['z2'], persistent_disk: disk }]);

describe('a task that is cancelled ends so, leaks nothing, and the next deploy ends well', () => {
  let witness: Witness;
  let cpi: ToldCpi;
  /** Cancels what is begun once something of it waits. */
  const cancelled = async (begin: () => Promise<Ran>, held: { waits(): Promise<void>; open(): void }): Promise<void> => {
    try {
      const begun = begin();
      await held.waits();
      expectDone(await witness.bosh('ended', 'cancel-task', await witness.newest('ended')));
      held.open();
      const ran = await begun;
      expect(ran.code).not.toBe(0);
      expect(await witness.outcome(ran)).toMatchObject({ state: 'cancelled' });
    } finally {
      held.open();
    }
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

  it('while a VM is made', async () => {
    await cancelledAt('create_vm', () => witness.deploy(ended(16)));
    await converges(16);
    await onDisk('sh', '-c', 'echo mine >/var/vcap/store/mine');
    expect(await mine()).toBe('mine');
  });

  it('while a disk is moved: the data is kept', async () => {
    const { disk_cids: before } = await witness.instance('ended', 'web');
    await cancelledAt('attach_disk', () => witness.deploy(ended(32)));
    expect((await converges(32)).disk_cids).not.toBe(before);
    expect(await mine()).toBe('mine');
  });

  it.each(['delete_vm', 'attach_disk'])('while an instance is recreated, at %s', async (method) => {
    const { disk_cids: before } = await witness.instance('ended', 'web');
    await cancelledAt(method, () => witness.bosh('ended', 'recreate'));
    expect((await converges(32)).disk_cids).toBe(before);
    expect(await mine()).toBe('mine');
  });

  it('while the deployment is deleted: a deploy has the instance back with its disk', async () => {
    const { instance: before, disk_cids: disk } = await witness.instance('ended', 'web');
    const drains = hold((one) => isScript(one, 'drain'));
    witness.collector.listen(drains.rule);
    const waits = (): Promise<void> => witness.collector.hears((one) => isScript(one, 'drain'));
    await cancelled(() => witness.bosh('ended', 'delete-deployment'), { waits, open: drains.open });
    witness.collector.listen();
    expect(await converges(32)).toMatchObject({ instance: before, disk_cids: disk });
    expect(await mine()).toBe('mine');
  });
});
