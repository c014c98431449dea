import { cpiError } from '@bosh6/cpi-protocol';
import type { IpAddress } from '@bosh6/ip';
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
        const refs = await findByAddress(vcenter, address);
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

/** vCenter compares texts: what is asked for is RFC 5952's, which guests write as a rule, and the address in full. */
async function findByAddress({ vim }: Vcenter, address: IpAddress): Promise<Ref<'VirtualMachine'>[]> {
  const spellings = [...new Set([String(address), address.toExpanded()])];
  const found = await Promise.all(spellings.map((ip) => vim.call('FindAllByIp', searchIndex(vim), { ip, vmSearch: true })));
  return found.flat() as Ref<'VirtualMachine'>[];
}

function isOn(networks: readonly Ref[], network: NetworkObject): boolean {
  return networks.some(({ value }) => value === network.ref.value);
}
