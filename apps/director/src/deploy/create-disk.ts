import type { JsonObject } from '@bosh6/base';
import type { DiskCid, VmCid } from '@bosh6/cpi-protocol';
import { takeBack } from '../cpi/take-back.js';
import { recordAround } from '../events/record-around.js';
import type { DiskRow, InstanceRow, VmRow } from '../persistence/rows/index.js';
import { openIntent, outcomeOf } from './intents.js';
import type { Scope } from './scope.js';

/** Creates a persistent disk near the instance's VM and stores it, inactive until it is mounted. The intent comes first. */
export function createDisk(
  scope: Scope,
  instance: InstanceRow,
  vm: VmRow,
  wanted: { sizeMib: number; cloudProperties: JsonObject },
): Promise<DiskRow> {
  const of = `${instance.group}/${instance.uuid}`;
  return recordAround(scope, { action: 'create', objectType: 'disk', instance: of }, async (learn) => {
    const disk = await create(scope, instance, vm, wanted);
    learn({ objectName: disk.cid });
    return disk;
  });
}

async function create(
  scope: Scope,
  instance: InstanceRow,
  vm: VmRow,
  wanted: { sizeMib: number; cloudProperties: JsonObject },
): Promise<DiskRow> {
  const { store } = scope.collaborators;
  const cpi = scope.cpi(vm.cpi);
  const requestId = cpi.newRequestId();
  const intent = await openIntent(scope, 'create_disk', requestId, {
    cpi: cpi.name,
    instanceId: instance.id,
    sizeMib: wanted.sizeMib,
    cloudProperties: wanted.cloudProperties,
    vmCid: vm.cid,
  });
  let cid: DiskCid;
  try {
    cid = await cpi.call('createDisk', [wanted.sizeMib, wanted.cloudProperties, (vm.cid ?? undefined) as VmCid | undefined], { requestId });
  } catch (error) {
    if (await takeBack(cpi, 'create_disk', requestId, error)) await store.write((tx) => intent.settle(tx, 'failed', outcomeOf(error)));
    throw error;
  }
  return store.write(async (tx) => {
    await intent.settle(tx, 'done', { cid });
    const { sizeMib: size, cloudProperties } = wanted;
    return tx.disks.insert({ instanceId: instance.id, cid, size, active: false, cloudProperties, name: '', cpi: cpi.name });
  });
}
