import type { CodedError } from '@bosh6/base';
import type { DiskCid } from '@bosh6/cpi-protocol';
import { cpiError } from '@bosh6/cpi-protocol';
import { type Data, listObjects, VSphereFault } from '@bosh6/vim25';
import { backingOf } from '../devices/hardware.js';
import { parseDiskCid } from '../disk-cid.js';
import { doing } from '../faults/doing.js';
import type { Datastore } from '../inventory/datastore.js';
import { readDatastores } from '../inventory/read-datastores.js';
import type { Vcenter } from '../vcenter.js';
import { persistentDisksOf, strandedOf } from '../vm/persistent-disks.js';

export interface FoundDisk {
  name: string;
  datastore: Datastore;
  /** `[datastore] folder/name.vmdk` */
  path: string;
  sizeMib?: number;
}

/** Where a disk's file is: on the datastores that its cid names, those of the pattern, the others; else in the record of the VM that has it. */
export async function findDisk(vcenter: Vcenter, cid: DiskCid): Promise<FoundDisk | undefined> {
  return findFile(vcenter, parseDiskCid(cid));
}

/** The same for methods that need it. Throws DiskNotFound. */
export async function requireDisk(vcenter: Vcenter, cid: DiskCid): Promise<FoundDisk> {
  const found = await findDisk(vcenter, cid);
  if (found === undefined) throw diskNotFound(cid);
  return found;
}

export function diskNotFound(cid: string): CodedError {
  return cpiError('DiskNotFound', `there is no disk '${cid}'`, { where: { object: `disk ${cid}` } });
}

export async function findFile(
  vcenter: Vcenter,
  { name, datastores }: { name: string; datastores?: RegExp },
): Promise<FoundDisk | undefined> {
  return doing(`looking for disk '${name}'`, async () => {
    const left = new Set(await readDatastores(vcenter));
    const patterns = [datastores, vcenter.properties.datacenter.persistent_datastore_pattern, /^/].filter((one) => one !== undefined);
    for (const pattern of patterns) {
      const tried = [...left].filter((one) => one.usable && pattern.test(one.name));
      for (const one of tried) left.delete(one);
      const found = (await Promise.all(tried.map((datastore) => searchDatastore(vcenter, datastore, name)))).find(
        (one) => one !== undefined,
      );
      if (found !== undefined) return found;
    }
    return searchVms(vcenter, name);
  });
}

export const diskPath = ({ properties }: Vcenter, datastore: Pick<Datastore, 'name'>, name: string): string =>
  `[${datastore.name}] ${properties.datacenter.disk_path}/${name}.vmdk`;

export async function searchDatastore(vcenter: Vcenter, datastore: Datastore, name: string): Promise<FoundDisk | undefined> {
  const details = { fileType: true, fileSize: true, modification: false, fileOwner: false };
  const query = [{ $type: 'VmDiskFileQuery' as const, details: { diskType: true, capacityKb: true, hardwareVersion: false } }];
  try {
    const { file = [] } = await vcenter.vim.run('SearchDatastore_Task', datastore.browser, {
      datastorePath: `[${datastore.name}] ${vcenter.properties.datacenter.disk_path}`,
      searchSpec: { query, details, matchPattern: [`${name}.vmdk`] },
    });
    const found = file.find(({ path }) => path === `${name}.vmdk`) as Partial<Data<'VmDiskFileInfo'>> | undefined;
    if (found === undefined) return undefined;
    const size = found.capacityKb === undefined ? {} : { sizeMib: Number(found.capacityKb) / 1024 };
    return { name, datastore, path: diskPath(vcenter, datastore, name), ...size };
  } catch (error) {
    // no disk was ever made there
    if (VSphereFault.is(error, 'FileNotFound')) return undefined;
    throw error;
  }
}

/** Storage vMotion renames files; the VM's record keeps the name. */
async function searchVms(vcenter: Vcenter, name: string): Promise<FoundDisk | undefined> {
  const paths = ['config.vAppConfig.property', 'config.hardware.device'] as const;
  const vms = await listObjects(vcenter.vim, 'VirtualMachine', ['config.vAppConfig.property'], { container: vcenter.datacenter });
  const owners = vms.filter(({ properties }) =>
    properties['config.vAppConfig.property']?.some(({ label = '' }) => parseDiskCid(label).name === name),
  );
  if (owners.length === 0) return undefined;
  const all = await listObjects(vcenter.vim, 'VirtualMachine', paths, { container: vcenter.datacenter });
  for (const { ref, properties } of all) {
    if (!owners.some((owner) => owner.ref.value === ref.value)) continue;
    const [devices, records] = [properties['config.hardware.device'] ?? [], properties['config.vAppConfig.property']];
    const attached = persistentDisksOf(devices, records).find((one) => one.name === name)?.disk;
    const fileName = attached === undefined ? undefined : backingOf(attached)?.fileName;
    const path = fileName ?? strandedOf(devices, records).find((one) => one.name === name)?.path;
    const datastore = path === undefined ? undefined : (await readDatastores(vcenter)).find((one) => path.startsWith(`[${one.name}]`));
    if (path !== undefined && datastore !== undefined) return { name, datastore, path };
  }
  return undefined;
}
