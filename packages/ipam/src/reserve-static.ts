import { CodedError } from '@bosh6/base';
import { type IntervalSet, type IpAddress, IpPrefix, IpRange } from '@bosh6/ip';
import { fail } from './errors.js';
import { blockAt, servesZone, subnetOf } from './lookup.js';
import type { ManualNetwork, Network, Reservation, Subnet, VipNetwork } from './network.js';

export interface ReserveStaticOptions {
  /** The instance's AZ; the address's subnet must serve it. */
  az?: string;
  /** All that is held by others. */
  used: IntervalSet;
  /** Where the address is asked for, for errors. */
  pointer?: string;
}

export type StaticReservation = { ok: true; reservation: Reservation; subnet?: Subnet } | { ok: false; error: CodedError };

/**
 * The reservation of an address that the manifest asks for. In this order: outside every subnet 130012, restricted 130013, not the
 * base of a delegated prefix 16015, AZ not served 150007, overlapping what others hold 130008, not in the static pool 130009.
 */
export function reserveStatic(network: Network, address: IpAddress, options: ReserveStaticOptions): StaticReservation {
  const reserve = (): StaticReservation => {
    switch (network.type) {
      case 'manual':
        return inManual(network, address, options);
      case 'vip':
        return inVip(network, address, options);
      case 'dynamic':
        throw refuse('StaticIpsOnDynamic', `the IaaS chooses the addresses of dynamic network '${network.name}'`, options);
    }
  };
  try {
    return reserve();
  } catch (error) {
    if (CodedError.is(error)) return { ok: false, error };
    throw error;
  }
}

function inManual(network: ManualNetwork, address: IpAddress, options: ReserveStaticOptions): StaticReservation {
  const subnet = subnetOf(network, address);
  const of = `of network '${network.name}'`;
  if (subnet === undefined) throw refuse('AddressOutsideSubnets', `${address} is in no subnet ${of}`, options);
  if (subnet.restricted.contains(address))
    throw refuse('AddressReserved', `${address} is reserved in subnet ${subnet.range} ${of}`, options);
  const prefix = blockAt(subnet, address);
  if (prefix === undefined) throw refuse('StaticIpNotBase', `${address} is not the first of a /${subnet.prefix} ${of}`, options);
  if (subnet.restricted.overlaps(prefix.toRange()))
    throw refuse('AddressReserved', `${prefix} holds reserved addresses of ${subnet.range} ${of}`, options);
  if (options.az !== undefined && !servesZone(subnet, options.az)) {
    throw refuse('StaticIpWrongZone', `${address} is in subnet ${subnet.range} ${of}, which does not serve AZ '${options.az}'`, options);
  }
  checkFree(prefix, network, `subnet ${subnet.range} ${of}`, options);
  if (!subnet.static.contains(address))
    throw refuse('AddressOfOtherPool', `${address} is not in the static pool of subnet ${subnet.range} ${of}`, options);
  return { ok: true, reservation: reservationOf(network, prefix), subnet };
}

function inVip(network: VipNetwork, address: IpAddress, options: ReserveStaticOptions): StaticReservation {
  const prefix = IpPrefix.of(address);
  const global = network.subnets.length > 0;
  if (global && !network.subnets.some((subnet) => subnet.static.contains(address))) {
    throw refuse('AddressOutsideSubnets', `${address} is in no subnet of network '${network.name}'`, options);
  }
  checkFree(prefix, network, `network '${network.name}'`, options);
  return { ok: true, reservation: reservationOf(network, prefix) };
}

function checkFree(prefix: IpPrefix, network: Network, where: string, options: ReserveStaticOptions): void {
  const what = prefix.hostBits === 0 ? prefix.address : prefix;
  if (options.used.overlaps(IpRange.of(prefix.first, prefix.last))) {
    throw fail('AddressInUse', `${what} of ${where} is in use by another instance`, {
      details: { prefix: String(prefix), network: network.name },
      ...(options.pointer === undefined ? {} : { where: { pointer: options.pointer } }),
    });
  }
}

function reservationOf(network: Network, prefix: IpPrefix): Reservation {
  return { family: prefix.family, prefix, network: network.name, kind: 'static' };
}

function refuse(code: Parameters<typeof fail>[0], message: string, options: ReserveStaticOptions): CodedError {
  return fail(code, message, options.pointer === undefined ? {} : { where: { pointer: options.pointer } });
}
