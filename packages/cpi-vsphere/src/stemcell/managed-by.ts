import type { Data } from '@bosh6/vim25';
import { once, type Vcenter } from '../vcenter.js';

/** The original's, so that VMs of both are shown alike. */
const extensionKey = 'sddc.cpi.extension';

/**
 * What a stemcell and its VMs say about who manages them, which vCenter shows to whoever wants to change one by hand. `undefined` where the extension is not
 * known and cannot be registered: VMs work without.
 */
export function managedBy(vcenter: Vcenter): Promise<Data<'ManagedByInfo'> | undefined> {
  return once(vcenter, 'extension', async () => {
    try {
      await register(vcenter);
      return { extensionKey, type: 'cpi-managed-resource' };
    } catch {
      return undefined;
    }
  });
}

async function register({ vim, world }: Vcenter): Promise<void> {
  const { extensionManager } = vim.content;
  if (extensionManager === undefined) throw new Error('there is no ExtensionManager');
  if ((await vim.call('FindExtension', extensionManager, { extensionKey })) !== undefined) return;
  const extension = {
    key: extensionKey,
    version: '1.0',
    company: 'BOSH',
    description: { label: 'BOSH CPI', summary: 'makes and deletes the VMs of a BOSH Director' },
    lastHeartbeatTime: new Date(world.now()),
  };
  await vim.call('RegisterExtension', extensionManager, { extension });
}
