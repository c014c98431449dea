import { type CallContext, type CreateMethod, cpiError, type SnapshotCid, type StemcellCid } from '@bosh6/cpi-protocol';
import { type Ref, readObjects, readProperties } from '@bosh6/vim25';
import { isUnique, uuidOf } from './cids.js';
import { deleteFile } from './disk/delete-disk.js';
import { findFile } from './disk/find-disk.js';
import { deleteSnapshot } from './disk/snapshot-disk.js';
import { doing, ignoringCode } from './faults/doing.js';
import { findByPath } from './inventory/find-by-path.js';
import { folderNames } from './inventory/folders.js';
import { deleteStemcell } from './stemcell/delete-stemcell.js';
import type { Vcenter } from './vcenter.js';
import { destroyVm } from './vm/destroy-vm.js';
import { isNameOf } from './vm/vm-name.js';

/** undo_create: what a create call makes is named after its request id, so nobody has to remember it. */
export async function undoCreate(vcenter: Vcenter, method: CreateMethod, requestId: string, { directorUuid }: CallContext): Promise<void> {
  if (!isUnique(requestId)) throw cpiError('NotSupported', `the request id '${requestId}' does not say what was made with it`);
  await untilTasksEnded(vcenter);
  const uuid = uuidOf(method, { requestId, directorUuid });
  if (method === 'create_stemcell') return deleteStemcell(vcenter, `sc-${uuid}` as StemcellCid, directorUuid);
  if (method === 'snapshot_disk') return deleteSnapshot(vcenter, `snapshot-${uuid}` as SnapshotCid);
  if (method === 'create_vm') return undoVm(vcenter, uuid, directorUuid);
  const found = await findFile(vcenter, { name: `disk-${uuid}` });
  if (found !== undefined) await deleteFile(vcenter, `disk '${found.name}'`, found.path);
}

async function undoVm(vcenter: Vcenter, uuid: string, directorUuid: string): Promise<void> {
  const rows = await doing(`looking for VM 'vm-${uuid}'`, async () => {
    const folder = await findByPath(vcenter, 'vm', ...folderNames(vcenter, 'vm_folder', directorUuid));
    if (folder === undefined) return [];
    const { childEntity = [] } = await readProperties(vcenter.vim, 'Folder', folder as Ref<'Folder'>, ['childEntity']);
    const machines = childEntity.filter(({ type }) => type === 'VirtualMachine') as Ref<'VirtualMachine'>[];
    return readObjects(vcenter.vim, 'VirtualMachine', machines, ['name']);
  });
  for (const { ref, properties } of rows) {
    const name = properties.name ?? '';
    if (isNameOf(uuid, name)) await destroyVm(vcenter, name, ref).catch(ignoringCode('VMNotFound'));
  }
}

/** vCenter goes on with what was asked of it by somebody who is gone; until it has, the thing is not to be seen. */
async function untilTasksEnded({ vim, properties }: Vcenter): Promise<void> {
  const manager = vim.content.taskManager;
  if (manager === undefined) return;
  await doing('waiting for what vCenter still makes', async () => {
    const { recentTask = [] } = await readProperties(vim, 'TaskManager', manager, ['recentTask']);
    const rows = await readObjects(vim, 'Task', recentTask, ['info.state', 'info.descriptionId', 'info.reason']);
    const running = rows.filter(({ properties: info }) => {
      const user = info['info.reason'];
      const isOurs = user === undefined || !('userName' in user) || user.userName === properties.vcenter.user;
      const isUnderWay = info['info.state'] === 'running' || info['info.state'] === 'queued';
      return isUnderWay && isOurs && /clone|createVirtualDisk|copyVirtualDisk/i.test(info['info.descriptionId'] ?? '');
    });
    await Promise.all(running.map(({ ref }) => vim.tasks.wait(ref, 'a create call').catch(() => undefined)));
  });
}
