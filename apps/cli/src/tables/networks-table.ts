import type { NetworksUsage, OrphanedNetworkEntry, SubnetUsageEntry } from '@bosh6/director-api/client';
import { type Cell, sortRows, type Table } from '../output/table.js';
import { longTimeOf } from '../output/values.js';

/** One row a subnet, in the cloud configs' order. `exact` for programs: people read large counts by their magnitude. */
export function networksTable({ subnets, elsewhere }: NetworksUsage, exact: boolean): Table {
  const rows = (subnets ?? []).map((subnet): Cell[] => {
    const count = (text: string | null | undefined): string => (exact ? (text ?? '') : magnitude(text ?? ''));
    return [
      subnet.network ?? '',
      (subnet.azs ?? []).join('\n'),
      subnet.family == null ? '' : `IPv${subnet.family}`,
      subnet.range ?? subnet.type ?? '',
      subnet.gateway ?? '',
      count(subnet.static),
      count(subnet.static_used),
      count(subnet.reserved),
      count(subnet.used),
      count(subnet.free),
      subnet.next_free ?? '',
      isDelegated(subnet) ? `/${subnet.prefix}` : '',
    ];
  });
  const outside = elsewhere ?? [];
  return {
    api: { subnets: subnets ?? [], ...(outside.length === 0 ? {} : { elsewhere: outside }) },
    content: 'subnets',
    header: ['Network', 'AZ', 'Family', 'Range', 'Gateway', 'Static', 'Static\nUsed', 'Reserved', 'Used', 'Free', 'Next Free', 'Prefix'],
    rows,
    ...(outside.length === 0 ? {} : { notes: [`In use, but in no subnet of the newest cloud configs: ${outside.join(', ')}`] }),
  };
}

/** Who holds what, by subnet and address. */
export function holdersTable({ subnets }: NetworksUsage): Table {
  const rows = (subnets ?? []).flatMap((subnet) =>
    (subnet.holders ?? []).map((holder): Cell[] => [
      subnet.range ?? subnet.network ?? '',
      holder.address ?? '',
      holder.network ?? '',
      holder.kind ?? '',
      holder.owner ?? '',
    ]),
  );
  return { content: 'reservations', header: ['Range', 'Address', 'Network', 'Kind', 'Holder'], rows };
}

/** Networks that a Director made and no deployment uses any more (as bosh-cli). */
export function orphanedNetworksTable(networks: readonly OrphanedNetworkEntry[]): Table {
  const rows = networks.map(({ name, type, created_at: created, orphaned_at: orphaned }): Cell[] => [
    name,
    type ?? '',
    longTimeOf(created),
    longTimeOf(orphaned),
  ]);
  return { api: networks, content: 'networks', header: ['Name', 'Type', 'Created At', 'Orphaned At'], rows: sortRows(rows, [0]) };
}

/** Whether instances get prefixes rather than single addresses. */
export function isDelegated({ prefix, family }: SubnetUsageEntry): boolean {
  return prefix != null && prefix < (family === 4 ? 32 : 128);
}

/** Up to six digits as they are, else `1.84e19`. */
export function magnitude(digits: string): string {
  if (digits.length <= 6) return digits;
  return `${digits.slice(0, 1)}.${digits.slice(1, 3)}e${digits.length - 1}`;
}
