import type { JsonObject } from '@bosh6/base';
import { IpAddress, IpPrefix } from '@bosh6/ip';
import { type GroupNetwork, networkSettings } from '@bosh6/ipam';
import type { PlacedReservation } from './placement.js';

/** Settings of all of an instance's networks, by network name (networking reference, section 5). */
export function settingsOf(
  groupNetworks: readonly GroupNetwork[],
  reservations: readonly PlacedReservation[],
  az: string | undefined,
): Record<string, JsonObject> {
  return Object.fromEntries(
    groupNetworks.map(({ network, default: defaults, nicGroup }) => {
      const found = reservations.find((reservation) => reservation.network === network.name);
      const settings = networkSettings({
        network,
        defaults,
        ...(found === undefined ? {} : { reservation: { ...found, prefix: IpPrefix.of(IpAddress.parse(found.address), found.prefix) } }),
        ...(az === undefined ? {} : { az }),
        ...(nicGroup === undefined ? {} : { nicGroup }),
      });
      return [network.name, settings];
    }),
  );
}

/** The address that `spec.ip` and links show: of the `addressable` network, else of the one that is default for `gateway`. */
export function primaryOf(
  groupNetworks: readonly GroupNetwork[],
  reservations: readonly PlacedReservation[],
): { ip: string; defaultNetwork: string } {
  const chosen =
    groupNetworks.find((network) => network.default.includes('addressable')) ??
    groupNetworks.find((network) => network.default.includes('gateway')) ??
    groupNetworks[0];
  const name = chosen?.network.name ?? '';
  // An address of a dynamic network is not known before the VM is there.
  return { ip: reservations.find(({ network }) => network === name)?.address ?? '127.0.0.1', defaultNetwork: name };
}
