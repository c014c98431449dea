import type { CodedError } from '@bosh6/base';
import type { Family, IntervalSet, IpPrefix } from '@bosh6/ip';
import { fail } from './errors.js';
import { subnetFamilies } from './families.js';
import { servesZone } from './lookup.js';
import type { ManualNetwork, Network, Reservation, Subnet, VipNetwork, VipSubnet } from './network.js';

export interface AllocateOptions {
  /** The instance's AZ; subnets that do not serve it are left out. */
  az?: string;
  /** Only an address of this family. */
  family?: Family;
  /** All that is held anywhere: by instances, orphans, compilation VMs, of whatever network. */
  used: IntervalSet;
}

export type Allocation =
  | { ok: true; reservation: Reservation; subnet: Subnet | VipSubnet }
  | { ok: false; reason: 'exhausted' | 'no subnet' | 'not ours'; error: CodedError };

/**
 * The lowest free address (or delegated prefix) of the first subnet that has one; static pools and restricted addresses stay
 * untouched. Nothing is recorded: the caller stores the reservation. O(log n) in the number of used intervals for each hole tried.
 * A dynamic network has nothing to give (`not ours`): the IaaS chooses there.
 */
export function allocate(network: Network, options: AllocateOptions): Allocation {
  if (network.type === 'dynamic') {
    return {
      ok: false,
      reason: 'not ours',
      error: fail('NoAddressLeft', `the IaaS chooses the addresses of dynamic network '${network.name}'`),
    };
  }
  const subnets = (network.subnets as (Subnet | VipSubnet)[]).filter(
    (subnet) => servesZone(subnet, options.az) && ofFamily(subnet, options.family),
  );
  for (const subnet of subnets) {
    const prefix = 'range' in subnet ? nextFree(subnet, options.used) : freeVip(subnet, options.used, options.family);
    if (prefix !== undefined) {
      return { ok: true, reservation: { family: prefix.family, prefix, network: network.name, kind: 'dynamic' }, subnet };
    }
  }
  return { ok: false, reason: subnets.length === 0 ? 'no subnet' : 'exhausted', error: exhausted(network, subnets, options) };
}

function ofFamily(subnet: Subnet | VipSubnet, family: Family | undefined): boolean {
  return family === undefined || subnetFamilies(subnet).includes(family);
}

/** What `allocate` gives out next from this subnet; undefined when it is full. */
export function nextFree(subnet: Subnet, used: IntervalSet): IpPrefix | undefined {
  return used.takeFree(subnet.range.toRange(), subnet.prefix, [subnet.restricted, subnet.onRequest]);
}

function freeVip(subnet: VipSubnet, used: IntervalSet, family: Family | undefined): IpPrefix | undefined {
  for (const range of subnet.static.ranges()) {
    if (family !== undefined && range.family !== family) continue;
    const free = used.takeFree(range, range.family === 4 ? 32 : 128);
    if (free !== undefined) return free;
  }
  return undefined;
}

function exhausted(network: ManualNetwork | VipNetwork, tried: readonly (Subnet | VipSubnet)[], options: AllocateOptions): CodedError {
  const names = tried.flatMap((subnet) => ('range' in subnet ? [subnet.range.toString()] : []));
  const zone = options.az === undefined ? '' : ` for AZ '${options.az}'`;
  const where = { pointer: network.pointer, object: `network '${network.name}'` };
  if (tried.length === 0) {
    return fail('NoAddressLeft', `network '${network.name}' has no subnet${zone}`, { where, hint: `add a subnet that serves it` });
  }
  return fail(
    'NoAddressLeft',
    `network '${network.name}' has no free address left${zone}${names.length > 0 ? ` in ${names.join(', ')}` : ''}`,
    { where },
  );
}
