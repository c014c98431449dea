import { isJsonObject, type Json } from '@bosh6/base';
import { parseYaml } from '@bosh6/formats';
import { IpPrefix } from '@bosh6/ip';

/** A place in a stored text that makes use of something which not every Director, agent or stemcell has. */
export interface Use {
  readonly feature: 'dual stack' | 'delegated prefix' | 'nic_group';
  readonly document: string;
  readonly pointer: string;
}

/** What a cloud config asks for: networks of both families in one AZ, delegated prefixes. A text that is no cloud config asks for nothing. */
export function usesOfCloudConfig(document: string, text: string): Use[] {
  return listOf(parsed(document, text), 'networks').flatMap((network, at): Use[] => {
    const pointer = `/networks/${at}`;
    const subnets = listOf(network, 'subnets');
    // 32 and 128 are single addresses.
    const prefix = subnets.findIndex((subnet) => ![undefined, null, 32, 128].includes(subnet.prefix as number | null | undefined));
    return [
      ...(hasBothFamilies(subnets) ? [{ feature: 'dual stack', document, pointer } as const] : []),
      ...(prefix === -1 ? [] : [{ feature: 'delegated prefix', document, pointer: `${pointer}/subnets/${prefix}/prefix` } as const]),
    ];
  });
}

/** What a manifest asks for: several networks on one NIC. */
export function usesOfManifest(document: string, text: string): Use[] {
  return listOf(parsed(document, text), 'instance_groups').flatMap((group, at) =>
    listOf(group, 'networks').flatMap((network, index): Use[] => {
      const isGrouped = (network.nic_group ?? null) !== null;
      return isGrouped ? [{ feature: 'nic_group', document, pointer: `/instance_groups/${at}/networks/${index}/nic_group` }] : [];
    }),
  );
}

type Mapping = Readonly<Record<string, Json | undefined>>;

function hasBothFamilies(subnets: readonly Mapping[]): boolean {
  const placed = subnets.flatMap(({ range, az, azs }) => {
    const family = typeof range === 'string' ? IpPrefix.tryParse(range)?.family : undefined;
    const zones = Array.isArray(azs) ? azs : [az ?? null];
    return family === undefined ? [] : zones.map((zone) => ({ family, zone }));
  });
  return placed.some((one) => placed.some(({ family, zone }) => family !== one.family && zone === one.zone));
}

function listOf(value: unknown, key: string): Mapping[] {
  const list = isJsonObject(value) ? (value as Mapping)[key] : undefined;
  return Array.isArray(list) ? (list.filter(isJsonObject) as Mapping[]) : [];
}

function parsed(document: string, text: string): unknown {
  try {
    return parseYaml(text, document).value;
  } catch {
    // Placeholders and other dialects: nothing can be told.
    return undefined;
  }
}
