import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Cpi, CreateMethod } from '../cpi.js';
import { type Behaviour, context, type Subject, withVms } from './behaviour.js';
import { rejectsWith } from './checks.js';

/** `undo_create`, for a CPI that announces it; twice, for nothing to undo is fine. */
async function undone(cpi: Cpi, method: CreateMethod, requestId: string): Promise<void> {
  assert.ok(cpi.undoCreate !== undefined, 'a CPI that announces undo_create has it');
  for (let times = 0; times < 2; times++) await cpi.undoCreate(method, requestId, context());
}

const where = (run: (subject: Subject) => Promise<void>) => async (subject: Subject) => {
  const { capabilities } = await subject.cpi.info(context());
  if (capabilities?.undo_create === true) await run(subject);
};

export const undoBehaviours: Behaviour[] = [
  {
    name: 'undo_create deletes the VM that a call made, and no other, where the CPI says so',
    run: where((subject) =>
      withVms(subject, async ({ create }) => {
        const requestId = randomUUID();
        const [made, other] = [await create(16, requestId), await create(17)];
        // what another method made with that id, if anything, stays
        await undone(subject.cpi, 'create_disk', requestId);
        assert.equal(await subject.cpi.hasVm(made.cid, context()), true);
        await undone(subject.cpi, 'create_vm', requestId);
        assert.equal(await subject.cpi.hasVm(made.cid, context()), false);
        assert.equal(await subject.cpi.hasVm(other.cid, context()), true);
      }),
    ),
  },
  {
    name: 'undo_create deletes the disk that a call made, and no other, where the CPI says so',
    run: where(async ({ cpi, cloudProperties }) => {
      const requestId = randomUUID();
      const make = (id?: string) => cpi.createDisk(16, cloudProperties?.disk ?? {}, undefined, context(id));
      const [made, other] = [await make(requestId), await make()];
      try {
        await undone(cpi, 'create_disk', requestId);
        assert.equal(await cpi.hasDisk(made, context()), false);
        assert.equal(await cpi.hasDisk(other, context()), true);
      } finally {
        for (const disk of [made, other]) if (await cpi.hasDisk(disk, context())) await cpi.deleteDisk(disk, context());
      }
    }),
  },
  {
    name: 'undo_create deletes the stemcell that a call made, where the CPI says so',
    run: where((subject) =>
      withVms(subject, async ({ create }) => {
        const { cpi, imagePath, cloudProperties, networks } = subject;
        const requestId = randomUUID();
        const made = await cpi.createStemcell(imagePath, cloudProperties?.stemcell ?? {}, undefined, context(requestId));
        await undone(cpi, 'create_stemcell', requestId);
        const request = { agentId: randomUUID(), stemcellCid: made, cloudProperties: cloudProperties?.vm ?? {}, diskCids: [], env: {} };
        await rejectsWith('VMCreationFailed', cpi.createVm({ ...request, networks: networks(18) } as never, context()));
        // the one that is there still makes VMs
        await create(19);
      }),
    ),
  },
  {
    name: 'undo_create refuses request ids of a stock Director with NotSupported, where the CPI says so',
    run: where(async ({ cpi }) => {
      assert.ok(cpi.undoCreate !== undefined);
      await rejectsWith('NotSupported', cpi.undoCreate('create_vm', 'cpi-123456', context()));
    }),
  },
];
