import type { JsonObject } from '@bosh6/base';
import type { CallContext, DiskCid, VmCid } from '@bosh6/cpi-protocol';
import { type Ref, readProperties } from '@bosh6/vim25';
import { isUnique, uuidOf } from '../cids.js';
import { parseDiskCid, printDiskCid } from '../disk-cid.js';
import { doing, ignoring } from '../faults/doing.js';
import type { Datastore } from '../inventory/datastore.js';
import { readVm, requireVm } from '../inventory/find-vm.js';
import { readDatastores } from '../inventory/read-datastores.js';
import { placeDisk } from '../placement/place-disk.js';
import { readDiskProperties } from '../properties/disk-properties.js';
import { once, type Vcenter } from '../vcenter.js';
import { diskPath, findFile } from './find-disk.js';

/** create_disk: a file on a datastore, attached to nothing; on one that the VM's host has, where a VM is named. */
export async function createDisk(
  vcenter: Vcenter,
  sizeMib: number,
  given: JsonObject,
  vm: VmCid | undefined,
  context: CallContext,
): Promise<DiskCid> {
  const properties = readDiskProperties(given);
  const name = `disk-${uuidOf('create_disk', context)}`;
  const cid = printDiskCid(name, properties.datastores) as DiskCid;
  return vcenter.flights.run(name, async () => {
    if (isUnique(context.requestId) && (await findFile(vcenter, parseDiskCid(cid))) !== undefined) return cid;
    const near = vm === undefined ? undefined : await datastoresNear(vcenter, vm, context.directorUuid);
    const pattern = vcenter.properties.datacenter.persistent_datastore_pattern;
    const allows = (datastore: string): boolean => properties.datastores?.includes(datastore) ?? pattern.test(datastore);
    const datastores = (await readDatastores(vcenter)).filter(({ ref }) => near?.has(ref.value) ?? true);
    const [datastore] = placeDisk(`disk '${name}'`, sizeMib, allows, datastores, () => Math.random());
    await createFile(vcenter, datastore as Datastore, name, sizeMib, properties.type ?? vcenter.properties.vcenter.default_disk_type);
    return cid;
  });
}

async function createFile(vcenter: Vcenter, datastore: Datastore, name: string, sizeMib: number, diskType: string): Promise<void> {
  const { vim, datacenter } = vcenter;
  await doing(`creating disk '${name}' of ${sizeMib} MiB on datastore '${datastore.name}'`, async () => {
    await ensureDirectory(vcenter, datastore);
    const spec = { $type: 'FileBackedVirtualDiskSpec' as const, diskType, adapterType: 'lsiLogic', capacityKb: sizeMib * 1024 };
    const manager = vim.content.virtualDiskManager as Ref<'VirtualDiskManager'>;
    await vim
      .run('CreateVirtualDisk_Task', manager, { name: diskPath(vcenter, datastore, name), datacenter, spec })
      .catch(ignoring('FileAlreadyExists'));
  });
}

export async function ensureDirectory(vcenter: Vcenter, datastore: Datastore): Promise<void> {
  const { vim, datacenter, properties } = vcenter;
  await once(vcenter, `directory on ${datastore.ref.value}`, async () => {
    const name = `[${datastore.name}] ${properties.datacenter.disk_path}`;
    const manager = vim.content.fileManager as Ref<'FileManager'>;
    await vim.call('MakeDirectory', manager, { name, datacenter, createParentDirectories: true }).catch(ignoring('FileAlreadyExists'));
  });
}

async function datastoresNear(vcenter: Vcenter, vm: VmCid, directorUuid: string): Promise<Set<string>> {
  const ref = await requireVm(vcenter, vm, directorUuid);
  const { 'runtime.host': host } = await readVm(vcenter, vm, ref, ['runtime.host']);
  if (host === undefined) return new Set();
  const { datastore = [] } = await readProperties(vcenter.vim, 'HostSystem', host, ['datastore']);
  return new Set(datastore.map(({ value }) => value));
}
