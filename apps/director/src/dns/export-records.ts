import { IpAddress } from '@bosh6/ip';
import { takeTurns } from '../core/take-turns.js';
import type { DnsAliasRow, DnsLinkRow, DnsNumberKind, DnsNumberRow, DnsRecordRow } from '../persistence/rows/index.js';

export const domain = 'bosh';

const recordKeys = [
  'id',
  'num_id',
  'instance_group',
  'group_ids',
  'az',
  'az_id',
  'network',
  'network_id',
  'deployment',
  'ip',
  'domain',
  'agent_id',
  'instance_index',
];

type Numbers = ReadonlyMap<string, string>;

/**
 * The records without their version, in BOSH's shape (formats reference 5.12): what bosh-dns reads, and the lines of /etc/hosts. Addresses as RFC 5952
 * writes them, since bosh-dns compares their text. Takes turns with others.
 */
export async function exportRecords(
  rows: readonly DnsRecordRow[],
  numberRows: readonly DnsNumberRow[],
  aliases: readonly DnsAliasRow[] = [],
  links: readonly DnsLinkRow[] = [],
): Promise<object> {
  const numbers: Numbers = new Map(numberRows.map(({ id, kind, name, deploymentId }) => [numberKey(kind, name, deploymentId), String(id)]));
  const byGroup = Map.groupBy(links, ({ deploymentId, group }) => JSON.stringify([deploymentId, group]));
  const linksOf = ({ deploymentId, group }: DnsRecordRow): string[] =>
    (byGroup.get(JSON.stringify([deploymentId, group])) ?? []).map(({ name }) => name).sort();
  const numberOf = (kind: DnsNumberKind, name: string, deploymentId = 0) => numbers.get(numberKey(kind, name, deploymentId)) ?? null;
  const records: unknown[] = [];
  const infos: unknown[] = [];
  for (const row of rows.toSorted(compare)) {
    await takeTurns();
    const ip = addressOf(row).toString();
    records.push([ip, `${row.uuid}.${row.group}.${row.network}.${row.deployment}.${domain}`]);
    infos.push([
      row.uuid,
      numberOf('instance', row.uuid, row.deploymentId) ?? String(row.instanceId),
      row.group,
      [numberOf('group', row.group, row.deploymentId), ...linksOf(row).map((name) => numberOf('link', name, row.deploymentId))],
      row.az,
      row.az === null ? null : numberOf('az', row.az),
      row.network,
      numberOf('network', row.network),
      row.deployment,
      ip,
      domain,
      row.agentId,
      row.index,
    ]);
  }
  return { records, record_keys: recordKeys, record_infos: infos, aliases: exportAliases(aliases, numbers) };
}

/** By domain; without those of groups that have had no instance yet. */
function exportAliases(rows: readonly DnsAliasRow[], numbers: Numbers): object {
  const known = rows.flatMap((row) => {
    const group = numbers.get(numberKey('group', row.group, row.deploymentId));
    return group === undefined ? [] : [{ row, group }];
  });
  known.sort((a, b) => (a.row.domain === b.row.domain ? a.row.id - b.row.id : a.row.domain < b.row.domain ? -1 : 1));
  return Object.fromEntries(
    [...Map.groupBy(known, ({ row }) => row.domain)].map(([name, all]) => [
      name,
      all.map(({ row, group }) => ({
        root_domain: domain,
        group_id: group,
        health_filter: row.healthFilter,
        initial_health_check: row.initialHealthCheck,
        placeholder_type: row.placeholderType,
      })),
    ]),
  );
}

const numberKey = (kind: string, name: string, deploymentId: number): string => JSON.stringify([kind, name, deploymentId]);

function addressOf({ family, address }: DnsRecordRow): IpAddress {
  return IpAddress.fromBytes(family, Buffer.from(address, 'hex'));
}

/** By deployment, group, index, then IPv4 before IPv6: the same records make the same text. */
function compare(a: DnsRecordRow, b: DnsRecordRow): number {
  return (
    compareText(a.deployment, b.deployment) ||
    compareText(a.group, b.group) ||
    a.index - b.index ||
    a.family - b.family ||
    compareText(a.address, b.address) ||
    a.id - b.id
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
