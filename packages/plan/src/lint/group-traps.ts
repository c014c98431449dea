import type { CodedError } from '@bosh6/base';
import { type Family, familyBits } from '@bosh6/ip';
import { type GroupNetwork, networkFamilies } from '@bosh6/ipam';
import { trap } from './traps.js';

/** What a group's networks leave its instances without. Pointers lead into the text that the networks were read from; `pointer` is the list's. */
export function groupTraps(networks: readonly GroupNetwork[], azs: readonly string[] | undefined, pointer: string): CodedError[] {
  const real = networks.filter(({ network }) => network.type !== 'vip');
  const families = new Set(real.flatMap(({ network }) => networkFamilies(network, azs)));
  return [...routeTraps(real, families, azs), ...serverTraps(real, families), ...prefixTraps(real, pointer), ...nicTraps(networks)];
}

/** The post's: with the IPv6 network as the default for gateway, the Director has to be in the IPv4 subnet. */
function routeTraps(networks: readonly GroupNetwork[], families: ReadonlySet<Family>, azs: readonly string[] | undefined): CodedError[] {
  const routed = new Set(
    networks
      .filter((entry) => entry.default.includes('gateway') || isAdvertised(entry))
      .flatMap(({ network }) => networkFamilies(network, azs)),
  );
  if (families.size < 2) return [];
  return [...families].flatMap((family) => {
    const own = networks.find(({ network }) => networkFamilies(network, azs).includes(family));
    if (routed.has(family) || own === undefined) return [];
    const what = `instances have IPv${family} addresses and no IPv${family} default route: they reach their own subnet only, and the Director must be in it or be reached otherwise`;
    const hint = `add 'default: [gateway]' to network '${own.network.name}' as well; each family may have one`;
    return [trap('NoDefaultRoute', what, { where: { pointer: own.pointer }, hint })];
  });
}

/** Routers say the route. */
function isAdvertised({ network }: GroupNetwork): boolean {
  return network.type === 'manual' && network.subnets.some((subnet) => subnet.acceptRouterAdvertisements);
}

function serverTraps(networks: readonly GroupNetwork[], families: ReadonlySet<Family>): CodedError[] {
  return networks.flatMap(({ network, default: defaults, pointer }) => {
    if (!defaults.includes('dns') || network.type === 'vip') return [];
    const servers = network.subnets.flatMap(({ dns }) => dns ?? []);
    if (servers.length === 0 || servers.some(({ family }) => families.has(family))) return [];
    const what = `the name servers of network '${network.name}' are IPv${servers[0]?.family}, which the instances are not`;
    return [trap('DnsOfOtherFamily', what, { where: { pointer } })];
  });
}

function prefixTraps(networks: readonly GroupNetwork[], pointer: string): CodedError[] {
  const subnets = networks.map(({ network }) => (network.type === 'manual' ? network.subnets : undefined));
  const onlyPrefixes = subnets.every((list) => list?.every(({ prefix, range }) => prefix < familyBits(range.family)));
  if (networks.length === 0 || !onlyPrefixes || subnets.some((list) => list?.length === 0)) return [];
  return [trap('PrefixesOnly', 'the instances get prefixes only, and have no address of their own', { where: { pointer } })];
}

/** The original makes a number of it, by which all words are 0: networks that are to be apart share a NIC. */
function nicTraps(networks: readonly GroupNetwork[]): CodedError[] {
  return networks.flatMap(({ nicGroup, pointer }) => {
    if (nicGroup === undefined || /^\d+$/.test(nicGroup)) return [];
    const what = `nic_group '${nicGroup}' is no number, which the original Director takes for 0, as any other word`;
    return [trap('NicGroupName', what, { where: { pointer: `${pointer}/nic_group` } })];
  });
}
