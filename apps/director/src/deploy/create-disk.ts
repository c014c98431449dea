import type { JsonObject } from '@bosh6/base';
import type { DiskCid, VmCid } from '@bosh6/cpi-protocol';
import { takeBack } from '../cpi/take-back.js';
import { openIntent, outcomeOf } from '../engine/intents.js';
import type { Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import type { DiskRow, InstanceRow, VmRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

export interface WantedDisk {
  readonly sizeMib: number;
  readonly cloudProperties: JsonObject;
}

/** Creates a persistent disk near the instance's VM and stores it, inactive until it is mounted. The intent comes first. */
export function createDisk(scope: Scope, instance: InstanceRow, vm: VmRow, wanted: WantedDisk): Promise<DiskRow> {
  const of = `${instance.group}/${instance.uuid}`;
  return recordAround(scope, { action: 'create', objectType: 'disk', instance: of }, async (learn) => {
    const disk = await create(scope, instance, vm, wanted);
    learn({ objectName: disk.cid });
    return disk;
  });
}

function create(scope: Scope, instance: InstanceRow, vm: VmRow, wanted: WantedDisk): Promise<DiskRow> {
  return makeDisk(scope, vm, wanted, { instanceId: instance.id }, (tx, cid) => {
    const { sizeMib: size, cloudProperties } = wanted;
    return tx.disks.insert({ instanceId: instance.id, cid, size, active: false, cloudProperties, name: '', cpi: vm.cpi });
  });
}

/** Has the VM's CPI create a disk near it, between an intent, which names what it is `of`, and the transaction in which `record` stores it. */
export async function makeDisk<T>(
  scope: Scope,
  vm: VmRow,
  { sizeMib, cloudProperties }: WantedDisk,
  of: JsonObject,
  record: (tx: Repositories, cid: DiskCid) => Promise<T>,
): Promise<T> {
  const { store } = scope.collaborators;
  const cpi = scope.cpi(vm.cpi);
  const requestId = cpi.newRequestId();
  const intent = await openIntent(scope, 'create_disk', requestId, { cpi: cpi.name, ...of, sizeMib, vmCid: vm.cid });
  let cid: DiskCid;
  try {
    cid = await cpi.call('createDisk', [sizeMib, cloudProperties, (vm.cid ?? undefined) as VmCid | undefined], { requestId });
  } catch (error) {
    if (await takeBack(cpi, 'create_disk', requestId, error)) await store.write((tx) => intent.settle(tx, 'failed', outcomeOf(error)));
    throw error;
  }
  return store.write(async (tx) => {
    await intent.settle(tx, 'done', { cid });
    return record(tx, cid);
  });
}
