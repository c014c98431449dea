import { cpiError } from '@bosh6/cpi-protocol';
import { type Ref, readObjects } from '@bosh6/vim25';
import type { NetworkObject } from '../devices/nic-spec.js';
import { doing } from '../faults/doing.js';
import type { PlannedNic } from '../networks/plan-nics.js';
import { hasAddress } from '../networks/same-address.js';
import { searchIndex, type Vcenter } from '../vcenter.js';

export interface WantedNic extends PlannedNic {
  network: NetworkObject;
}

/** Refuses addresses that another VM on the same network has, as far as VMware Tools in that VM tells. */
export async function refuseConflicts(vcenter: Vcenter, nics: readonly WantedNic[]): Promise<void> {
  await doing('looking for VMs that have the addresses', async () => {
    const wanted = nics.flatMap((nic) => nic.addresses.map((address) => ({ nic, address })));
    const found = await Promise.all(
      wanted.map(async ({ nic, address }) => {
        const args = { ip: String(address), vmSearch: true };
        const refs = (await vcenter.vim.call('FindAllByIp', searchIndex(vcenter.vim), args)) as Ref<'VirtualMachine'>[];
        const vms = await readObjects(vcenter.vim, 'VirtualMachine', refs, ['name', 'guest.net', 'network']);
        return vms
          .filter(({ properties }) => isOn(properties.network ?? [], nic.network) && hasAddress(properties['guest.net'] ?? [], address))
          .map(({ properties }) => `VM '${properties.name}' has ${address} on '${nic.port}'`);
      }),
    );
    const conflicts = found.flat();
    if (conflicts.length === 0) return;
    throw cpiError('VMCreationFailed', `addresses are in use: ${conflicts.join('; ')}`, {
      hint: 'where a VM may share an address, set ensure_no_ip_conflicts to false',
    });
  });
}

function isOn(networks: readonly Ref[], network: NetworkObject): boolean {
  return networks.some(({ value }) => value === network.ref.value);
}
