import { type Ref, type Row, readObjects, readProperties } from '@bosh6/vim25';
import type { Vcenter } from '../vcenter.js';
import { findByPath } from './find-by-path.js';
import { folderNames } from './folders.js';

/** The VMs in the folder for VMs, or for stemcells; none where there is no such folder. */
export async function readFolder<const P extends string>(
  vcenter: Vcenter,
  kind: 'vm_folder' | 'template_folder',
  directorUuid: string,
  paths: readonly P[],
): Promise<Row<'VirtualMachine', P>[]> {
  const folder = await findByPath(vcenter, 'vm', ...folderNames(vcenter, kind, directorUuid));
  if (folder === undefined) return [];
  const { childEntity = [] } = await readProperties(vcenter.vim, 'Folder', folder as Ref<'Folder'>, ['childEntity']);
  const machines = childEntity.filter(({ type }) => type === 'VirtualMachine') as Ref<'VirtualMachine'>[];
  return readObjects(vcenter.vim, 'VirtualMachine', machines, paths);
}
