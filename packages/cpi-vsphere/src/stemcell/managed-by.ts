import { type Data, type Ref, VSphereFault } from '@bosh6/vim25';
import { once, type Vcenter } from '../vcenter.js';

/** The original's, so that VMs of both are shown alike. */
const extensionKey = 'sddc.cpi.extension';

/** The user may not register extensions, or the server knows none. */
const withoutIt = ['NoPermission', 'NotSupported', 'NotImplemented', 'MethodNotFound'];

/**
 * What a stemcell and its VMs say about who manages them, which vCenter shows to whoever wants to change one by hand. `undefined` where the extension is not
 * known and cannot be registered: VMs work without.
 */
export function managedBy(vcenter: Vcenter): Promise<Data<'ManagedByInfo'> | undefined> {
  return once(vcenter, 'extension', async () => {
    const { extensionManager } = vcenter.vim.content;
    if (extensionManager === undefined) return undefined;
    try {
      await register(vcenter, extensionManager);
    } catch (error) {
      if (!withoutIt.some((name) => VSphereFault.is(error, name))) throw error;
      return undefined;
    }
    return { extensionKey, type: 'cpi-managed-resource' };
  });
}

async function register({ vim, world }: Vcenter, manager: Ref<'ExtensionManager'>): Promise<void> {
  const isKnown = async (): Promise<boolean> => (await vim.call('FindExtension', manager, { extensionKey })) !== undefined;
  if (await isKnown()) return;
  const extension = {
    key: extensionKey,
    version: '1.0',
    company: 'BOSH',
    description: { label: 'BOSH CPI', summary: 'makes and deletes the VMs of a BOSH Director' },
    lastHeartbeatTime: new Date(world.now()),
  };
  await vim.call('RegisterExtension', manager, { extension }).catch(async (error: unknown) => {
    // another process was faster
    if (!VSphereFault.is(error, 'InvalidArgument') || !(await isKnown())) throw error;
  });
}
