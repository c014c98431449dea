import { CodedError, type JsonObject } from '@bosh6/base';
import { type CallContext, cpiError, type StemcellCid } from '@bosh6/cpi-protocol';
import { type Data, type LeaseItem, type Ref, uploadLease, VSphereFault } from '@bosh6/vim25';
import { uuidOf } from '../cids.js';
import { nicsOf } from '../devices/hardware.js';
import { asCpiError, doing } from '../faults/doing.js';
import type { Datastore } from '../inventory/datastore.js';
import { findByPath } from '../inventory/find-by-path.js';
import { ensureFolder, folderNames } from '../inventory/folders.js';
import type { Cluster } from '../inventory/read-clusters.js';
import { readInventory } from '../inventory/read-inventory.js';
import { thisMaker } from '../maker.js';
import { placeVm } from '../placement/place-vm.js';
import type { Vcenter } from '../vcenter.js';
import { marks, optionValues } from '../vm/extra-config.js';
import { readMadeVm } from '../vm/made-vm.js';
import { upgradeHardware } from '../vm/upgrade-hardware.js';
import { type Image, openImageFile, readImage } from './image.js';
import { managedBy } from './managed-by.js';
import { readTemplate, removeHalfMade } from './template.js';
import { wholeTemplate } from './wait-for-template.js';

/** create_stemcell: imports the image's OVF as a VM with a snapshot to clone from. A repeated call finds the first one's by its name. */
export async function createStemcell(
  vcenter: Vcenter,
  imagePath: string,
  properties: JsonObject,
  context: CallContext,
): Promise<StemcellCid> {
  const cid = `sc-${uuidOf('create_stemcell', context)}` as StemcellCid;
  return vcenter.flights.run(cid, async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      if ((await wholeTemplate(vcenter, cid, context.directorUuid)) !== undefined) return cid;
      if (await importedBy(vcenter, cid, imagePath, properties, context)) return cid;
    }
    throw cpiError('CloudError', `another process makes and removes stemcell '${cid}'`, { okToRetry: true });
  });
}

/** False when a VM of that name came into being meanwhile. */
async function importedBy(
  vcenter: Vcenter,
  cid: string,
  imagePath: string,
  properties: JsonObject,
  context: CallContext,
): Promise<boolean> {
  try {
    await doing(`importing stemcell '${cid}'`, () => importImage(vcenter, cid, imagePath, properties, context));
    return true;
  } catch (error) {
    if (error instanceof Error && VSphereFault.is(error.cause, 'DuplicateName')) return false;
    throw error;
  }
}

async function importImage(vcenter: Vcenter, cid: string, imagePath: string, properties: JsonObject, context: CallContext): Promise<void> {
  const image = await readImage(imagePath);
  const { datastore_pattern: pattern, clusters } = vcenter.properties.datacenter;
  const inventory = await readInventory(vcenter, clusters, async () => ({ objects: [] }));
  const diskMib = typeof properties.disk === 'number' ? properties.disk : 0;
  const needs = { ramMib: 0, diskMib, allows: (name: string) => pattern.test(name), disks: [] };
  const [place] = placeVm(needs, inventory.clusters, inventory.datastores, () => Math.random());
  if (place === undefined) throw cpiError('NoDiskSpace', `no place for stemcell '${cid}'`);
  try {
    const ref = await upload(vcenter, cid, imagePath, image, place, context);
    const vm = await readMadeVm(vcenter, cid, ref);
    const deviceChange = nicsOf(vm.devices).map((device) => ({ operation: 'remove' as const, device }));
    await vcenter.vim.run('ReconfigVM_Task', ref, { spec: { deviceChange, managedBy: await managedBy(vcenter) } });
    // here, once, rather than at each VM: a clone has the version of what it is cloned from
    await upgradeHardware(vcenter, vm, {}, `stemcell '${cid}'`);
    await vcenter.vim.run('CreateSnapshot_Task', ref, { name: 'initial', memory: false, quiesce: false });
  } catch (error) {
    await removeLeft(vcenter, cid, context);
    throw error;
  }
}

async function upload(
  vcenter: Vcenter,
  cid: string,
  imagePath: string,
  image: Image,
  { cluster, datastore }: { cluster: Cluster; datastore: Datastore },
  context: CallContext,
): Promise<Ref<'VirtualMachine'>> {
  const { vim } = vcenter;
  const manager = vim.content.ovfManager as Ref<'OvfManager'>;
  const {
    importSpec,
    fileItem = [],
    error = [],
  } = await vim.call('CreateImportSpec', manager, {
    ovfDescriptor: image.ovf,
    resourcePool: cluster.pool,
    datastore: datastore.ref,
    cisp: { entityName: cid, locale: 'US', deploymentOption: '' },
  });
  if (importSpec === undefined || importSpec.$type !== 'VirtualMachineImportSpec' || error.length > 0) {
    const told = error.map(({ localizedMessage = '' }) => localizedMessage).join('; ');
    throw cpiError('CloudError', `vCenter refuses the stemcell's OVF: ${told || 'it describes no VM'}`);
  }
  const items = fileItem.map(({ deviceId, path }): LeaseItem => {
    const file = image.files.find(({ name }) => name === path);
    if (file === undefined) throw cpiError('CloudError', `stemcell image '${imagePath}' holds no '${path}', which its descriptor names`);
    return { deviceId, size: file.size, open: () => openImageFile(imagePath, path) };
  });
  const spec = { ...importSpec, configSpec: ownConfig(importSpec.configSpec, vcenter.properties.vcenter.default_disk_type === 'thin') };
  const { ref: folder } = await ensureFolder(vcenter, 'template_folder', context.directorUuid);
  const lease = await vim.call('ImportVApp', cluster.pool, { spec, folder });
  return (await uploadLease(vim, lease, items)) as Ref<'VirtualMachine'>;
}

/** A stemcell has no use for vApp properties of its OVF; its VMs' own are records of disks. */
function ownConfig(
  { vAppConfig: _, ...config }: Data<'VirtualMachineConfigSpec'>,
  thinProvisioned: boolean,
): Data<'VirtualMachineConfigSpec'> {
  const deviceChange = config.deviceChange?.map((change) => {
    const { device } = change;
    if (device.$type !== 'VirtualDisk' || device.backing?.$type !== 'VirtualDiskFlatVer2BackingInfo') return change;
    return { ...change, device: { ...device, backing: { ...device.backing, thinProvisioned } } };
  });
  const extraConfig = [...(config.extraConfig ?? []), ...optionValues({ [marks.maker]: thisMaker() })];
  return { ...config, extraConfig, ...(deviceChange === undefined ? {} : { deviceChange }) };
}

/** vCenter removes what an aborted lease left; a simulator does not, and a failure after the lease leaves a VM everywhere. */
async function removeLeft(vcenter: Vcenter, cid: string, context: CallContext): Promise<void> {
  try {
    const ref = await findByPath(vcenter, 'vm', ...folderNames(vcenter, 'template_folder', context.directorUuid), cid);
    if (ref?.type !== 'VirtualMachine') return;
    const left = await readTemplate(vcenter, cid, ref as Ref<'VirtualMachine'>);
    if (left.maker === thisMaker()) await removeHalfMade(vcenter, left);
  } catch (error) {
    if (!CodedError.is(error, 'VMNotFound'))
      context.log(`stemcell '${cid}' is left half made: ${asCpiError('removing it', error).message}`);
  }
}
