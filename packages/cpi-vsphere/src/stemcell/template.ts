import { type Data, type PropertyValue, type Ref, VSphereFault } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import { findByPath } from '../inventory/find-by-path.js';
import { readVm } from '../inventory/find-vm.js';
import { folderNames } from '../inventory/folders.js';
import { isGone, thisMaker } from '../maker.js';
import type { Vcenter } from '../vcenter.js';
import { extraConfigOf, marks } from '../vm/extra-config.js';

/** A VM that others are cloned from. */
export interface Template {
  ref: Ref<'VirtualMachine'>;
  name: string;
  devices: Data<'VirtualDevice'>[];
  datastores: readonly Ref<'Datastore'>[];
  /** Absent while it is being made. */
  snapshot?: Ref<'VirtualMachineSnapshot'>;
  maker: string;
  busy: boolean;
  sizeMib: number;
  /** For its VMs too. */
  managedBy: Data<'ManagedByInfo'> | undefined;
}

/** The stemcell as it was imported, whole or half made; `undefined` when there is none of this name. */
export async function findTemplate(vcenter: Vcenter, name: string, directorUuid: string): Promise<Template | undefined> {
  return doing(`looking for stemcell '${name}'`, async () => {
    const ref = await findByPath(vcenter, 'vm', ...folderNames(vcenter, 'template_folder', directorUuid), name);
    return ref?.type === 'VirtualMachine' ? readTemplate(vcenter, name, ref as Ref<'VirtualMachine'>) : undefined;
  });
}

/** What a template is read with. */
export const templatePaths = [
  'name',
  'config.hardware.device',
  'config.extraConfig',
  'config.managedBy',
  'snapshot.currentSnapshot',
  'datastore',
  'recentTask',
  'summary.storage',
] as const;
type Properties = { readonly [N in (typeof templatePaths)[number]]?: PropertyValue<'VirtualMachine', N> };

export async function readTemplate(vcenter: Vcenter, name: string, ref: Ref<'VirtualMachine'>): Promise<Template> {
  return templateOf(name, ref, await readVm(vcenter, name, ref, templatePaths));
}

export function templateOf(name: string, ref: Ref<'VirtualMachine'>, read: Properties): Template {
  const snapshot = read['snapshot.currentSnapshot'];
  return {
    ref,
    name,
    devices: read['config.hardware.device'] ?? [],
    datastores: read.datastore ?? [],
    managedBy: read['config.managedBy'],
    maker: extraConfigOf(read['config.extraConfig']).get(marks.maker) ?? '',
    busy: (read.recentTask ?? []).length > 0,
    sizeMib: Math.ceil(Number(read['summary.storage']?.committed ?? 0) / (1024 * 1024)),
    ...(snapshot === undefined ? {} : { snapshot }),
  };
}

/** Deletes what a process left that ended before it was whole. */
export async function removeHalfMade({ vim }: Vcenter, { ref, name }: Pick<Template, 'ref' | 'name'>): Promise<void> {
  await doing(`removing half-made '${name}'`, () => vim.run('Destroy_Task', ref, {})).catch((error: unknown) => {
    // whoever was faster
    if (!(error instanceof Error && VSphereFault.is(error.cause, 'ManagedObjectNotFound'))) throw error;
  });
}

export const isAbandoned = ({ snapshot, maker }: Template): boolean => snapshot === undefined && (maker === thisMaker() || isGone(maker));
