import { type CallContext, type CreateMethod, cpiError, type SnapshotCid, type StemcellCid } from '@bosh6/cpi-protocol';
import { isUnique, uuidOf } from '../cids.js';
import { deleteFile } from '../disk/delete-disk.js';
import { findFile } from '../disk/find-disk.js';
import { deleteSnapshot } from '../disk/snapshot-disk.js';
import { doing, ignoringCode } from '../faults/doing.js';
import { readFolder } from '../inventory/read-folder.js';
import { readInventory } from '../inventory/read-inventory.js';
import { deleteStemcell } from '../stemcell/delete-stemcell.js';
import type { Vcenter } from '../vcenter.js';
import { destroyVm } from '../vm/destroy-vm.js';
import { endTasks } from './end-tasks.js';
import { whoseVm } from './whose-vm.js';

/** undo_create: what a create call makes is named after its request id, so nobody has to remember it. */
export async function undoCreate(vcenter: Vcenter, method: CreateMethod, requestId: string, { directorUuid }: CallContext): Promise<void> {
  if (!isUnique(requestId)) throw cpiError('NotSupported', `the request id '${requestId}' does not say what was made with it`);
  const uuid = uuidOf(method, { requestId, directorUuid });
  if (method === 'create_vm') return undoVm(vcenter, uuid, requestId, directorUuid);
  if (method === 'create_stemcell') return undoStemcell(vcenter, `sc-${uuid}` as StemcellCid, directorUuid);
  await endTasks(vcenter, method, { made: new Set(), from: new Set([vcenter.datacenter.value]) });
  if (method === 'snapshot_disk') return deleteSnapshot(vcenter, `snapshot-${uuid}` as SnapshotCid);
  const found = await findFile(vcenter, { name: `disk-${uuid}` });
  if (found !== undefined) await deleteFile(vcenter, `disk '${found.name}'`, found.path);
}

async function undoVm(vcenter: Vcenter, uuid: string, requestId: string, directorUuid: string): Promise<void> {
  const find = () =>
    doing(`looking for VM 'vm-${uuid}'`, async () =>
      (await readFolder(vcenter, 'vm_folder', directorUuid, ['name', 'config.extraConfig'])).flatMap(({ ref, properties }) => {
        const whose = whoseVm(uuid, requestId, properties);
        return whose === 'another' ? [] : [{ ref, name: properties.name ?? '', whose }];
      }),
    );
  const stemcells = await doing('looking for stemcells', () => readFolder(vcenter, 'template_folder', directorUuid, ['name']));
  await endTasks(vcenter, 'create_vm', { made: idsOf(await find()), from: idsOf(stemcells) });
  for (const { ref, name, whose } of await find()) {
    if (whose === 'unreadable')
      throw cpiError('CloudError', `VM '${name}' may be what was made, and vCenter does not know its configuration now`, {
        okToRetry: true,
        where: { object: `VM ${name}` },
        hint: 'see whether its host is connected',
      });
    await destroyVm(vcenter, name, ref).catch(ignoringCode('VMNotFound'));
  }
}

async function undoStemcell(vcenter: Vcenter, cid: StemcellCid, directorUuid: string): Promise<void> {
  const [{ clusters }, stemcells] = await Promise.all([
    readInventory(vcenter, vcenter.properties.datacenter.clusters, async () => ({ objects: [] })),
    doing(`looking for stemcell '${cid}'`, () => readFolder(vcenter, 'template_folder', directorUuid, ['name'])),
  ]);
  const made = stemcells.filter(({ properties }) => properties.name === cid);
  await endTasks(vcenter, 'create_stemcell', { made: idsOf(made), from: new Set(clusters.map(({ pool }) => pool.value)) });
  await deleteStemcell(vcenter, cid, directorUuid);
}

const idsOf = (rows: readonly { ref: { value: string } }[]): Set<string> => new Set(rows.map(({ ref }) => ref.value));
