import type { ForeignAddress, Networks } from '@bosh6/agent-protocol';
import { classify } from '@bosh6/ip';
import { type KernelAddress, readKernel } from './kernel-state.js';
import { lost } from './lost.js';
import { planNetworks } from './network-plan.js';
import { listNics } from './nics.js';
import type { PlannedNic } from './plan.js';
import { belongs, isForeign } from './reconcile.js';

/**
 * What NICs carry though the settings do not say so: addresses of any kind, and default routes that were learnt from the link; and what of the settings they have lost.
 * Of a NIC that others configure nobody knows what they give it, but where its network is IPv4 it is no IPv6.
 */
export async function foreignAddresses(networks: Networks): Promise<ForeignAddress[]> {
  const plan = planNetworks(networks, await listNics());
  const { addresses, routes } = await readKernel();
  const found = plan.nics.flatMap((nic) => [
    ...addresses
      .filter((each) => each.nic === nic.name && isStrange(each, nic))
      .map((each) => ({ nic: nic.name, address: each.address.toString(), kind: kindOf(each) })),
    ...routes
      .filter((each) => each.nic === nic.name && each.learnt && each.destination.length === 0 && isForeign(each, nic))
      .filter(({ family }) => !nic.untouched || (family === 6 && !nic.ipv6))
      .map((each) => ({ nic: nic.name, address: (each.via ?? each.destination).toString(), kind: 'route' })),
  ]);
  return [...found, ...lost(plan, { addresses, routes })];
}

function isStrange(each: KernelAddress, nic: PlannedNic): boolean {
  return nic.untouched ? each.address.family === 6 && !nic.ipv6 : !belongs(each, nic);
}

function kindOf({ address, temporary, learnt }: KernelAddress): string {
  if (classify(address).kind === 'link-local') return 'link-local';
  if (temporary) return 'temporary';
  return learnt ? 'slaac' : 'static';
}
