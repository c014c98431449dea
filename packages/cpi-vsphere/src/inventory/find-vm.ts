import { CodedError } from '@bosh6/base';
import { cpiError, type VmCid } from '@bosh6/cpi-protocol';
import { listObjects, type PropertyValue, type Ref, readProperties } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';
import { findByPath } from './find-by-path.js';
import { folderNames } from './folders.js';

/** A VM by its name: where the CPI makes them, else anywhere in the datacenter, for people move VMs. */
export async function findVm(vcenter: Vcenter, cid: string, directorUuid: string): Promise<Ref<'VirtualMachine'> | undefined> {
  return doing(`looking for VM '${cid}'`, async () => {
    const near = await findByPath(vcenter, 'vm', ...folderNames(vcenter, 'vm_folder', directorUuid), cid);
    if (near?.type === 'VirtualMachine') return near as Ref<'VirtualMachine'>;
    const all = await listObjects(vcenter.vim, 'VirtualMachine', ['name'], { container: vcenter.datacenter });
    return all.find(({ properties }) => properties.name === cid)?.ref;
  });
}

/** The same for methods that need it. Throws VMNotFound. */
export async function requireVm(vcenter: Vcenter, cid: VmCid, directorUuid: string): Promise<Ref<'VirtualMachine'>> {
  const found = await findVm(vcenter, cid, directorUuid);
  if (found === undefined) throw vmNotFound(cid);
  return found;
}

/** Properties of a VM. Throws VMNotFound when it goes away meanwhile. */
export async function readVm<const P extends string>(
  { vim }: Vcenter,
  cid: string,
  ref: Ref<'VirtualMachine'>,
  paths: readonly P[],
): Promise<{ readonly [N in P]?: PropertyValue<'VirtualMachine', N> }> {
  return doing(`reading VM '${cid}'`, async () => {
    try {
      return await readProperties(vim, 'VirtualMachine', ref, paths);
    } catch (error) {
      throw CodedError.is(error, 'ObjectNotFound') ? vmNotFound(cid) : error;
    }
  });
}

export function vmNotFound(cid: string): CodedError {
  return cpiError('VMNotFound', `there is no VM '${cid}'`, { where: { object: `VM ${cid}` } });
}
