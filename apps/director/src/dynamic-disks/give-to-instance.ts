import { isJsonObject, type JsonObject } from '@bosh6/base';
import type { Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import type { DynamicDiskRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { attachToVm } from './attach-to-vm.js';
import { fail } from './errors.js';
import { checkFits, type Target } from './find-target.js';
import { tellMetadata } from './tell-metadata.js';

/** Makes a disk the instance's and attaches it to its VM; one that it has is linked again. Where that fails it is nobody's again. Under the disk's lock. */
export async function giveToInstance(scope: Scope, disk: DynamicDiskRow, target: Target, metadata: JsonObject | undefined): Promise<void> {
  const { store } = scope.collaborators;
  const { deployment, instance, vm, name } = target;
  checkFits(disk, target);
  const facts = { action: 'attach', objectType: 'disk', objectName: disk.cid, deployment: deployment.name, instance: name };
  await recordAround(scope, facts, async () => {
    await store.write(async (tx) => {
      if (await isBeingDeleted(tx, disk.cid))
        throw fail('DynamicDiskRefused', `dynamic disk '${disk.name}' is being deleted`, { hint: 'delete it again' });
      await tx.dynamicDisks.update({ id: disk.id }, { instanceId: instance.id, az: instance.az });
    });
    try {
      await attachToVm(scope, vm, disk);
    } catch (error) {
      await store.write((tx) => tx.dynamicDisks.update({ id: disk.id }, { instanceId: disk.instanceId, az: disk.az }));
      throw error;
    }
  });
  await tellMetadata(scope, disk, deployment.name, metadata);
}

/** A Director died over it, and what it began is yet to be ended. */
async function isBeingDeleted(tx: Repositories, cid: string): Promise<boolean> {
  const open = await tx.intents.all({ kind: 'delete_disk', state: 'open' });
  return open.some(({ payload }) => isJsonObject(payload) && payload.diskCid === cid);
}
