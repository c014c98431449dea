import type { JsonObject } from '@bosh6/base';
import { cpiError, type DiskCid } from '@bosh6/cpi-protocol';
import { parseDiskCid, printDiskCid } from '../disk-cid.js';
import { readDatastores } from '../inventory/read-datastores.js';
import { placeDisk } from '../placement/place-disk.js';
import { readDiskProperties } from '../properties/disk-properties.js';
import type { Vcenter } from '../vcenter.js';
import { requireDisk } from './find-disk.js';
import { moveDisk } from './move-disk.js';
import { growFile } from './resize-disk.js';

/** update_disk, of a detached disk: grows it, and moves it where its type wants it. A new cid when the type names other datastores. */
export async function updateDisk(vcenter: Vcenter, cid: DiskCid, sizeMib: number, given: JsonObject): Promise<DiskCid | undefined> {
  const properties = readDiskProperties(given);
  const disk = await requireDisk(vcenter, cid);
  await growFile(vcenter, cid, disk, sizeMib);
  const pattern = vcenter.properties.datacenter.persistent_datastore_pattern;
  const allows = (name: string): boolean => properties.datastores?.includes(name) ?? pattern.test(name);
  if (!allows(disk.datastore.name)) {
    const [target] = placeDisk(`disk '${cid}'`, sizeMib, allows, await readDatastores(vcenter), () => Math.random());
    if (target === undefined) throw cpiError('NoDiskSpace', `no datastore for disk '${cid}'`);
    await moveDisk(vcenter, disk, target);
  }
  const renamed = printDiskCid(parseDiskCid(cid).name, properties.datastores) as DiskCid;
  return renamed === cid ? undefined : renamed;
}
