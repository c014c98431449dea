import { IpAddress, IpPrefix } from '@bosh6/ip';
import type { ReservationRow } from '../persistence/rows/index.js';

/** As people read them: IPv4 before IPv6, each by number; delegated prefixes with their length. */
export function addressesOf(reservations: readonly ReservationRow[]): string[] {
  return reservations
    .map(({ family, first, prefix }) => IpPrefix.of(IpAddress.fromBytes(family, first), prefix))
    .sort((a, b) => a.first.compare(b.first))
    .map((prefix) => (prefix.hostBits === 0 ? prefix.address : prefix).toString());
}
