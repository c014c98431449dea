import type { Ref } from '@bosh6/vim25';
import { VSphereFault } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';
import { findByPath } from './find-by-path.js';
import { type Located, locate, located } from './locate.js';

/** Names of the folder for VMs, or for stemcells, below the datacenter's folder of VMs. */
export function folderNames({ properties }: Vcenter, kind: 'vm_folder' | 'template_folder', directorUuid: string): string[] {
  const { datacenter } = properties;
  const names = datacenter[kind].split('/').filter((name) => name !== '');
  return datacenter.use_sub_folder ? [...names, directorUuid] : names;
}

/** The folder itself; made when it is not there. */
export async function ensureFolder(
  vcenter: Vcenter,
  kind: 'vm_folder' | 'template_folder',
  directorUuid: string,
): Promise<Located<Ref<'Folder'>>> {
  const names = folderNames(vcenter, kind, directorUuid);
  return vcenter.flights.run(`folder ${names.join('/')}`, async () => {
    const found = await locate(vcenter, 'vm', ...names);
    if (found !== undefined) return found as Located<Ref<'Folder'>>;
    let folder = vcenter.vmFolder;
    for (const [index, name] of names.entries()) folder = await child(vcenter, folder, names.slice(0, index + 1), name);
    return located(vcenter, folder);
  });
}

async function child(vcenter: Vcenter, parent: Ref<'Folder'>, path: string[], name: string): Promise<Ref<'Folder'>> {
  const found = await findByPath(vcenter, 'vm', ...path);
  if (found !== undefined) return found as Ref<'Folder'>;
  return doing(`folder '${path.join('/')}'`, async () => {
    try {
      return await vcenter.vim.call('CreateFolder', parent, { name });
    } catch (error) {
      // somebody else made it meanwhile
      const other = VSphereFault.is(error, 'DuplicateName') ? await findByPath(vcenter, 'vm', ...path) : undefined;
      if (other === undefined) throw error;
      return other as Ref<'Folder'>;
    }
  });
}
