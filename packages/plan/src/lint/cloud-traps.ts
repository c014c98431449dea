import { type CodedError, isJsonObject, type Json } from '@bosh6/base';
import { type Family, familyBits, IpAddress, IpPrefix, IpRange } from '@bosh6/ip';
import { type ManualNetwork, type Network, networkFamilies, networkZones, type Subnet } from '@bosh6/ipam';
import { trap } from './traps.js';

/** What a manual network's subnets say that is read otherwise than it looks. `raw` is the network as it was written; pointers lead into it. */
export function cloudTraps(network: Network, raw: Json): CodedError[] {
  if (network.type !== 'manual' || !isJsonObject(raw) || !Array.isArray(raw.subnets)) return [];
  const written = raw.subnets;
  return [...network.subnets.flatMap((subnet, at) => subnetTraps(subnet, written[at], `/subnets/${at}`)), ...zoneTraps(network)];
}

function subnetTraps(subnet: Subnet, raw: Json | undefined, pointer: string): CodedError[] {
  if (!isJsonObject(raw)) return [];
  const found: CodedError[] = [];
  const range = typeof raw.range === 'string' ? hostBits(raw.range) : undefined;
  if (range !== undefined)
    found.push(
      trap('HostBits', `range '${raw.range}' has an address in it, which counts for nothing: the network is ${range}`, {
        where: { pointer: `${pointer}/range` },
        hint: `write '${range}'`,
      }),
    );
  for (const key of ['reserved', 'static'] as const)
    for (const [text, where] of entriesOf(raw[key], `${pointer}/${key}`)) found.push(...entryTraps(key, text, where, subnet));
  if (subnet.prefix === subnet.range.length && subnet.prefix < familyBits(subnet.range.family))
    found.push(
      trap('PrefixIsWholeRange', `prefix ${subnet.prefix} gives all of ${subnet.range} to one instance`, {
        where: { pointer: `${pointer}/prefix` },
      }),
    );
  return found;
}

function entryTraps(key: 'reserved' | 'static', text: string, pointer: string, subnet: Subnet): CodedError[] {
  const where = { pointer };
  const block = hostBits(text);
  if (block !== undefined) {
    const hint = `write '${text.split('/')[0]}' for the one address, or '${block}'`;
    return [trap('HostBits', `'${text}' stands for all of ${block}, not for one address`, { where, hint })];
  }
  const entry = rangeOf(text);
  if (entry === undefined) return [];
  const inside = entry.intersect(subnet.range.toRange());
  if (inside === undefined || !inside.equals(entry))
    return [trap('EntryCut', `only a part of ${key} '${text}' is in ${subnet.range}; the rest counts for nothing`, { where })];
  if (key === 'reserved') return [];
  if (subnet.restricted.overlaps(entry))
    return [
      trap('StaticHoldsReserved', `static '${text}' has addresses in it that are reserved, or the gateway: nobody gets those`, { where }),
    ];
  const base = IpPrefix.of(entry.first, subnet.prefix);
  const isBase = base.first.equals(entry.first) || entry.contains(IpPrefix.of(entry.last, subnet.prefix).first);
  return isBase
    ? []
    : [trap('StaticNotBase', `static '${text}' has no first address of a /${subnet.prefix}, and so gives no instance anything`, { where })];
}

/** Instances of some AZs get an address of a family that others do not. */
function zoneTraps(network: ManualNetwork): CodedError[] {
  const all = networkFamilies(network, [...(networkZones(network) ?? [])]);
  return [...(networkZones(network) ?? [])].flatMap((az) => {
    const own = networkFamilies(network, az);
    const missing = all.filter((family: Family) => !own.includes(family));
    const what = missing.map((family) => `IPv${family}`).join(' and ');
    return missing.length === 0
      ? []
      : [
          trap('FamilyNotInEveryZone', `in AZ '${az}' network '${network.name}' has no ${what}, elsewhere it has`, {
            where: { pointer: '/subnets' },
          }),
        ];
  });
}

/** The network that an entry with an address inside one stands for; undefined where it says what it means. */
function hostBits(text: string): IpPrefix | undefined {
  const [address, length] = text.split('/');
  const prefix = length === undefined ? undefined : IpPrefix.tryParse(text);
  if (prefix === undefined || prefix.hostBits === 0) return undefined;
  const written = IpAddress.tryParse((address ?? '').trim());
  return written === undefined || written.equals(prefix.first) ? undefined : prefix;
}

function rangeOf(text: string): IpRange | undefined {
  const [first, last, ...more] = text.split('-').map((part) => IpAddress.tryParse(part.trim()));
  if (more.length === 0 && first !== undefined && last !== undefined) return IpRange.of(first, last);
  return IpPrefix.tryParse(text)?.toRange();
}

function entriesOf(value: Json | undefined, pointer: string): [string, string][] {
  if (typeof value === 'string') return [[value, pointer]];
  return Array.isArray(value)
    ? value.flatMap((text, at): [string, string][] => (typeof text === 'string' ? [[text, `${pointer}/${at}`]] : []))
    : [];
}
