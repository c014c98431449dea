import { CodedError, type JsonObject, type Where, withWhere } from '@bosh6/base';
import { type Family, familyBits, IpAddress, IpPrefix } from '@bosh6/ip';
import { entryName, type GroupNetwork, networkFamilies, networkSettings } from '@bosh6/ipam';
import type { PlacedReservation } from './placement.js';

/**
 * Settings of all of an instance's networks (networking reference, section 5), and the reservations with the NIC group that they name. `document` has
 * the entries, where that is not the manifest.
 */
export function settingsOf(
  groupNetworks: readonly GroupNetwork[],
  reservations: readonly PlacedReservation[],
  az: string | undefined,
  document?: string,
): { networks: Record<string, JsonObject>; reservations: PlacedReservation[] } {
  const taken = new Set(groupNetworks.flatMap(({ nicGroup }) => nicGroup ?? []));
  const networks: Record<string, JsonObject> = {};
  const grouped: PlacedReservation[] = [];
  for (const { network, default: defaults, nicGroup: said, pointer } of groupNetworks) {
    const held = reservations.filter((reservation) => reservation.network === network.name);
    const families = network.type === 'dynamic' ? networkFamilies(network, az) : held.map(({ family }) => family);
    const nicGroup = said ?? (families.length > 1 && network.type !== 'vip' ? freshGroup(taken) : undefined);
    for (const family of families) {
      const found = held.find((reservation) => reservation.family === family);
      const settings = {
        network,
        defaults,
        family,
        ...(found === undefined ? {} : { reservation: { ...found, prefix: IpPrefix.of(IpAddress.parse(found.address), found.prefix) } }),
        ...(az === undefined ? {} : { az }),
        ...(nicGroup === undefined ? {} : { nicGroup }),
      };
      networks[entryName(network.name, family, families[0] ?? family)] = located(() => networkSettings(settings), {
        pointer,
        ...(document !== undefined && { document }),
      });
      if (found !== undefined) grouped.push(nicGroup === undefined ? found : { ...found, nicGroup });
    }
  }
  return { networks, reservations: grouped };
}

function located<T>(work: () => T, where: Where): T {
  try {
    return work();
  } catch (error) {
    throw CodedError.is(error) ? withWhere(error, where) : error;
  }
}

/** Both addresses of one network share a NIC, and nobody else does. */
function freshGroup(taken: Set<string>): string {
  let group = 1;
  while (taken.has(String(group))) group++;
  taken.add(String(group));
  return String(group);
}

export interface PrimaryAddresses {
  ip: string;
  defaultNetwork: string;
  ipv4?: string;
  ipv6?: string;
}

/** The address that `spec.ip` and links show: of the `addressable` network, else of the one that is default for `gateway`; and one of each family. */
export function primaryOf(groupNetworks: readonly GroupNetwork[], reservations: readonly PlacedReservation[]): PrimaryAddresses {
  const real = groupNetworks.filter(({ network }) => network.type !== 'vip');
  const rank = ({ default: said }: GroupNetwork): number => (said.includes('addressable') ? 0 : said.includes('gateway') ? 1 : 2);
  const ordered = [...real].sort((a, b) => rank(a) - rank(b));
  const name = (ordered[0] ?? groupNetworks[0])?.network.name ?? '';
  const own = ordered.flatMap(({ network }) => reservations.filter((reservation) => reservation.network === network.name));
  const single = (family: Family): string | undefined =>
    own.find((reservation) => reservation.family === family && reservation.prefix === familyBits(family))?.address;
  const [ipv4, ipv6] = [single(4), single(6)];
  return {
    // An address of a dynamic network is not known before the VM is there.
    ip: reservations.find(({ network }) => network === name)?.address ?? '127.0.0.1',
    defaultNetwork: name,
    ...(ipv4 === undefined ? {} : { ipv4 }),
    ...(ipv6 === undefined ? {} : { ipv6 }),
  };
}
