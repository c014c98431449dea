import type { Ref } from '@bosh6/vim25';
import { searchIndex, type Vcenter } from '../vcenter.js';

/** An object by its names below the datacenter: `vm`, `BOSH_VMs`, `vm-1`. */
export async function findByPath({ vim, properties }: Vcenter, ...names: string[]): Promise<Ref | undefined> {
  const path = [properties.datacenter.name, ...names].map(escapeName).join('/');
  return vim.call('FindByInventoryPath', searchIndex(vim), { inventoryPath: path });
}

/** Names keep these three characters escaped in vCenter's inventory. */
function escapeName(name: string): string {
  return name.replace(/[%/\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
