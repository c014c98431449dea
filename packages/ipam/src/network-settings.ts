import type { JsonObject } from '@bosh6/base';
import type { Family } from '@bosh6/ip';
import { fail } from './errors.js';
import { servesZone, subnetOf } from './lookup.js';
import type { DynamicNetwork, ManualNetwork, Network, NetworkDefault, Reservation, VipNetwork } from './network.js';

export interface NetworkSettingsInput {
  network: Network;
  /** Needed for manual and vip networks. */
  reservation?: Reservation;
  defaults: readonly NetworkDefault[];
  az?: string;
  nicGroup?: string;
  /** Of a dynamic network: which of its families, where it has both. */
  family?: Family;
  /** What the agent of a VM on a dynamic network last reported. */
  observed?: { ip?: string; netmask?: string; gateway?: string };
}

/** What CPI, apply spec and agent are told of one network of an instance (networking reference, section 5). */
export function networkSettings(input: NetworkSettingsInput): JsonObject {
  const { network } = input;
  const settings =
    network.type === 'manual' ? manual(network, input) : network.type === 'dynamic' ? dynamic(network, input) : vip(network, input);
  return input.nicGroup === undefined ? settings : { ...settings, nic_group: input.nicGroup };
}

function manual(network: ManualNetwork, input: NetworkSettingsInput): JsonObject {
  const { prefix } = held(network, input);
  const subnet = subnetOf(network, prefix.address);
  if (subnet === undefined) throw fail('ReservationOfNoSubnet', `${prefix.address} is in no subnet of network '${network.name}'`);
  if (prefix.length !== subnet.prefix) {
    const hint = 'delete and deploy again, or put the prefix length back';
    throw fail(
      'PrefixChanged',
      `an instance holds ${prefix}, but subnet ${subnet.range} of network '${network.name}' gives out /${subnet.prefix}`,
      { hint },
    );
  }
  return {
    type: 'manual',
    ip: prefix.address.toString(),
    prefix: String(prefix.length),
    netmask: subnet.range.netmask(),
    cloud_properties: subnet.cloudProperties,
    ...defaultsOf(input),
    ...(subnet.dns && { dns: subnet.dns.map(String) }),
    ...(subnet.gateway && { gateway: subnet.gateway.toString() }),
    ...(subnet.acceptRouterAdvertisements && { accept_ra: true }),
  };
}

function dynamic(network: DynamicNetwork, input: NetworkSettingsInput): JsonObject {
  const subnet = network.subnets.find(
    (candidate) => servesZone(candidate, input.az) && (input.family === undefined || (candidate.prefix === 128) === (input.family === 6)),
  );
  if (subnet === undefined) throw fail('ReservationOfNoSubnet', `network '${network.name}' has no subnet for AZ '${input.az ?? ''}'`);
  return {
    type: 'dynamic',
    cloud_properties: subnet.cloudProperties,
    prefix: String(subnet.prefix),
    ...(subnet.dns && { dns: subnet.dns.map(String) }),
    ...defaultsOf(input),
    ...input.observed,
  };
}

function vip(network: VipNetwork, input: NetworkSettingsInput): JsonObject {
  if (input.defaults.length > 0)
    throw fail('VipAsDefault', `vip network '${network.name}' cannot be default for ${input.defaults.join(', ')}`);
  const { prefix } = held(network, input);
  return { type: 'vip', ip: prefix.address.toString(), cloud_properties: network.cloudProperties, prefix: String(prefix.length) };
}

function held(network: Network, input: NetworkSettingsInput): Reservation {
  if (input.reservation === undefined) throw fail('ReservationMissing', `an instance has no address in network '${network.name}'`);
  return input.reservation;
}

function defaultsOf(input: NetworkSettingsInput): JsonObject {
  return input.defaults.length === 0 ? {} : { default: [...input.defaults].sort() };
}
