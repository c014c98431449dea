import { type Ref, readProperties } from '@bosh6/vim25';
import { once, type Vcenter } from '../vcenter.js';
import { findByPath } from './find-by-path.js';

/** An object that was found, and what vCenter called it then. */
export interface Located<R extends Ref = Ref> {
  ref: R;
  name: string;
}

/** An object by its names below the datacenter, looked for once. Whether it still is there, and so called, `readInventory` tells. */
export function locate(vcenter: Vcenter, ...names: string[]): Promise<Located | undefined> {
  return once(vcenter, `path ${names.join('/')}`, async () => {
    const ref = await findByPath(vcenter, ...names);
    return ref === undefined ? undefined : located(vcenter, ref);
  });
}

export async function located<R extends Ref>({ vim }: Vcenter, ref: R): Promise<Located<R>> {
  const { name = '' } = await readProperties(vim, 'ManagedEntity', ref as Ref as Ref<'ManagedEntity'>, ['name']);
  return { ref, name };
}
