import type { NetworksUsage, SubnetUsage, UsageHolder } from '@bosh6/director-api';
import { locateNetworkError, parseCloudConfig, parseYaml } from '@bosh6/formats';
import { type Family, IntervalSet, IpAddress, IpPrefix, IpRange } from '@bosh6/ip';
import { type DynamicSubnet, type Network, nextFree, parseNetworks, type Subnet, type VipSubnet } from '@bosh6/ipam';
import type { ReservationRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { byFamily, coalesce, type Region, rangesIn, regionsOf, total } from './usage-regions.js';

const mostRegions = 64;
const mostElsewhere = 20;

export interface UsageOptions {
  /** The Director's own addresses. */
  neverAllocate: readonly string[];
  ignoreMissingGateway: boolean;
  /** List who holds what. */
  details: boolean;
}

interface Known {
  used: IntervalSet;
  sorted: Record<Family, IpRange[]>;
  rows: readonly ReservationRow[] | undefined;
}

/**
 * Every subnet of the newest cloud configs with what is taken and what is left. Time goes with the number of entries and of intervals in use, never with
 * the size of ranges. Throws what a deploy would say of the cloud configs.
 */
export async function networkUsage(read: Repositories, options: UsageOptions): Promise<NetworksUsage> {
  const used = await read.reservations.usedIntervals();
  const rows = options.details ? await read.reservations.all() : undefined;
  const networks = await currentNetworks(read, options);
  const known: Known = { used, sorted: byFamily(used), rows };
  const subnets = networks.flatMap((network) => entriesOf(network, known));
  const covered = networks.flatMap(({ type, subnets: all }) => (all as AnySubnet[]).flatMap((subnet) => poolsOf(type, subnet)));
  const elsewhere = [...used.difference(IntervalSet.from(covered)).ranges()];
  return { subnets, elsewhere: elsewhere.slice(0, mostElsewhere).map(String) };
}

type AnySubnet = Subnet | DynamicSubnet | VipSubnet;

async function currentNetworks(read: Repositories, { neverAllocate, ignoreMissingGateway }: UsageOptions): Promise<Network[]> {
  const documents = (await read.configs.currentOfType('cloud')).map((row) => parseYaml(row.content, `cloud-config '${row.name}'`));
  if (documents.length === 0) return [];
  const config = parseCloudConfig(documents);
  try {
    return parseNetworks(config.networks, {
      azNames: config.azs.map(({ name }) => name),
      neverAllocate: neverAllocate.map((address) => IpAddress.parse(address)),
      ignoreMissingGateway,
    });
  } catch (error) {
    throw locateNetworkError(error, config, documents);
  }
}

function poolsOf(type: Network['type'], subnet: AnySubnet): IpRange[] {
  if (type === 'manual') return [(subnet as Subnet).range.toRange()];
  return type === 'vip' ? [...(subnet as VipSubnet).static.ranges()] : [];
}

function entriesOf(network: Network, known: Known): SubnetUsage[] {
  const { name, type } = network;
  if (network.type === 'manual') return network.subnets.map((subnet) => manualEntry(name, subnet, known));
  if (network.type === 'vip') return vipEntries(name, network.subnets, known);
  return network.subnets.map((subnet) => ({
    ...unknown(name, type, subnet.azs),
    prefix: subnet.prefix,
    family: subnet.prefix === 32 ? 4 : 6,
  }));
}

function unknown(network: string, type: Network['type'], azs: string[] | undefined): SubnetUsage {
  const counts = { size: null, reserved: null, static: null, static_used: null, used: null, free: null, next_free: null };
  return { network, type, azs: azs ?? null, family: null, range: null, gateway: null, prefix: null, ...counts, regions: [] };
}

function manualEntry(name: string, subnet: Subnet, { used, sorted, rows }: Known): SubnetUsage {
  const range = subnet.range.toRange();
  const { family } = range;
  const hostBits = subnet.range.length + subnet.range.hostBits - subnet.prefix;
  const regions = regionsOf({
    range,
    hostBits,
    used: rangesIn(sorted[family], range),
    // What RFC 2526 reserves is kept from dynamic allocation although nobody listed it.
    restricted: subnet.restricted.union(subnet.onRequest.difference(subnet.static)),
    static: subnet.static,
  });
  const next = nextFree(subnet, used);
  return {
    ...unknown(name, 'manual', subnet.azs),
    family,
    range: subnet.range.toString(),
    gateway: subnet.gateway?.toString() ?? null,
    prefix: subnet.prefix,
    ...counts(family, regions),
    next_free: next === undefined ? null : shown(next),
    ...holders(rows, [range]),
  };
}

/** One entry a family: a vip subnet lists addresses, it has no range. */
function vipEntries(name: string, subnets: readonly VipSubnet[], known: Known): SubnetUsage[] {
  if (subnets.length === 0) return [unknown(name, 'vip', undefined)];
  return subnets.flatMap((subnet) => {
    const pools = byFamily(subnet.static);
    return ([4, 6] as const).flatMap((family): SubnetUsage[] => {
      if (pools[family].length === 0) return [];
      const regions = pools[family].flatMap((range) =>
        regionsOf({
          range,
          hostBits: 0,
          used: rangesIn(known.sorted[family], range),
          restricted: IntervalSet.empty,
          static: IntervalSet.empty,
        }),
      );
      const free = regions.find((region) => region.free > 0n)?.first;
      return [
        {
          ...unknown(name, 'vip', subnet.azs),
          family,
          prefix: family === 4 ? 32 : 128,
          ...counts(family, regions),
          next_free: free === undefined ? null : IpAddress.fromBigInt(family, free).toString(),
          ...holders(known.rows, pools[family]),
        },
      ];
    });
  });
}

type Counts = Pick<SubnetUsage, 'size' | 'reserved' | 'static' | 'static_used' | 'used' | 'free' | 'regions'>;

function counts(family: Family, regions: readonly Region[]): Counts {
  const address = (value: bigint): string => IpAddress.fromBigInt(family, value).toString();
  const all = total(regions);
  const text = ({ used, reserved, static: fixed, free }: Region) => ({
    used: String(used),
    reserved: String(reserved),
    static: String(fixed),
    free: String(free),
  });
  return {
    ...text(all),
    size: String(all.used + all.reserved + all.static + all.free),
    static: String(all.static + all.staticUsed),
    static_used: String(all.staticUsed),
    regions: coalesce(regions, mostRegions).map((region) => ({
      first: address(region.first),
      last: address(region.last),
      ...text(region),
    })),
  };
}

function holders(rows: readonly ReservationRow[] | undefined, pools: readonly IpRange[]): { holders?: UsageHolder[] } {
  if (rows === undefined) return {};
  const held = rows
    .map((row) => ({ row, prefix: IpPrefix.of(IpAddress.fromBytes(row.family, row.first), row.prefix) }))
    .filter(({ prefix }) => pools.some((pool) => pool.overlaps(prefix.toRange())))
    .sort((a, b) => a.prefix.compare(b.prefix));
  return { holders: held.map(({ row: { owner, network, kind }, prefix }) => ({ address: shown(prefix), owner, network, kind })) };
}

const shown = (prefix: IpPrefix): string => (prefix.hostBits === 0 ? prefix.address : prefix).toString();
