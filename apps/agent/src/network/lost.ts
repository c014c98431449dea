import type { ForeignAddress } from '@bosh6/agent-protocol';
import type { KernelState } from './kernel-state.js';
import { mainTable } from './marks.js';
import type { NetworkPlan, PlannedAddress, PlannedNic, PlannedRoute } from './plan.js';
import { routeWords } from './words.js';

/** Addresses of the settings that their NICs do not carry, in no state whatever. */
export function lostAddresses(
  plan: NetworkPlan,
  { addresses }: Pick<KernelState, 'addresses'>,
): { nic: PlannedNic; each: PlannedAddress }[] {
  return plan.nics
    .filter((nic) => !nic.untouched)
    .flatMap((nic) =>
      nic.addresses
        .filter(({ address }) => !addresses.some((has) => has.nic === nic.name && has.address.equals(address)))
        .map((each) => ({ nic, each })),
    );
}

/** The same for `instances --details`, and for routes of the main table: a default route by its gateway, another by its destination. */
export function lost(plan: NetworkPlan, state: Pick<KernelState, 'addresses' | 'routes'>): ForeignAddress[] {
  const has = new Set(state.routes.map(routeWords));
  const gone = ({ table, ...route }: PlannedRoute): boolean => table === mainTable && !has.has(routeWords({ ...route, table }));
  return [
    ...lostAddresses(plan, state).map(({ nic, each }) => ({ nic: nic.name, address: each.address.toString(), kind: 'missing' })),
    ...plan.routes.filter(gone).map(({ nic, destination, via }) => ({
      nic,
      address: (destination.length === 0 && via !== undefined ? via : destination).toString(),
      kind: 'missing-route',
    })),
  ];
}
