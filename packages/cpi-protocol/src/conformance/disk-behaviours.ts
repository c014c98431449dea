import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { DiskCid } from '../ids.js';
import { type Behaviour, context, type Subject, withVms } from './behaviour.js';
import { rejectsWith } from './checks.js';

async function withDisk({ cpi, cloudProperties }: Subject, work: (disk: DiskCid) => Promise<void>): Promise<void> {
  const disk = await cpi.createDisk(64, cloudProperties?.disk ?? {}, undefined, context());
  try {
    await work(disk);
  } finally {
    if (await cpi.hasDisk(disk, context())) await cpi.deleteDisk(disk, context());
  }
}

export const diskBehaviours: Behaviour[] = [
  {
    name: 'a disk is there from create_disk to delete_disk',
    run: (subject) =>
      withDisk(subject, async (disk) => {
        assert.equal(await subject.cpi.hasDisk(disk, context()), true);
        await subject.cpi.setDiskMetadata(disk, { deployment: 'd' }, context());
        await subject.cpi.deleteDisk(disk, context());
        assert.equal(await subject.cpi.hasDisk(disk, context()), false);
        await rejectsWith('DiskNotFound', subject.cpi.deleteDisk(disk, context()));
      }),
  },
  {
    name: 'an attached disk is among the VM’s disks, with a hint for the agent',
    run: (subject) =>
      withDisk(subject, (disk) =>
        withVms(subject, async ({ create }) => {
          const { cid } = await create(10);
          const hint = await subject.cpi.attachDisk(cid, disk, context());
          assert.ok(typeof hint === 'string' ? hint !== '' : Object.keys(hint).length > 0);
          assert.deepEqual(await subject.cpi.getDisks(cid, context()), [disk]);
          await subject.cpi.detachDisk(cid, disk, context());
          assert.deepEqual(await subject.cpi.getDisks(cid, context()), []);
        }),
      ),
  },
  {
    name: 'a disk outlives the VM that it is attached to',
    run: (subject) =>
      withDisk(subject, (disk) =>
        withVms(subject, async ({ create }) => {
          const { cid } = await create(11);
          await subject.cpi.attachDisk(cid, disk, context());
          await subject.cpi.deleteVm(cid, context());
          assert.equal(await subject.cpi.hasDisk(disk, context()), true);
          const next = await create(12);
          await subject.cpi.attachDisk(next.cid, disk, context());
          await subject.cpi.detachDisk(next.cid, disk, context());
        }),
      ),
  },
  {
    name: 'detaching what is not attached fails with DiskNotAttached',
    run: (subject) =>
      withDisk(subject, (disk) =>
        withVms(subject, async ({ create }) => {
          const { cid } = await create(13);
          await rejectsWith('DiskNotAttached', subject.cpi.detachDisk(cid, disk, context()));
        }),
      ),
  },
  {
    name: 'methods of a disk that is not there fail with DiskNotFound',
    run: (subject) =>
      withVms(subject, async ({ create }) => {
        const { cid } = await create(14);
        const disk = `disk-${randomUUID()}` as DiskCid;
        assert.equal(await subject.cpi.hasDisk(disk, context()), false);
        await rejectsWith('DiskNotFound', subject.cpi.attachDisk(cid, disk, context()));
        await rejectsWith('DiskNotFound', subject.cpi.deleteDisk(disk, context()));
      }),
  },
  {
    name: 'a repeated request id answers with the first disk, where the CPI says so',
    async run({ cpi }) {
      const { capabilities } = await cpi.info(context());
      if (capabilities?.idempotent_requests !== true) return;
      const requestId = randomUUID();
      const one = await cpi.createDisk(16, {}, undefined, context(requestId));
      const two = await cpi.createDisk(16, {}, undefined, context(requestId));
      assert.equal(two, one);
      await cpi.deleteDisk(one, context());
    },
  },
  {
    name: 'a snapshot is made and deleted',
    needs: 'snapshots',
    run: (subject) =>
      withDisk(subject, async (disk) => {
        const snapshot = await subject.cpi.snapshotDisk(disk, { director_name: 'd' }, context());
        await subject.cpi.deleteSnapshot(snapshot, context());
      }),
  },
];
