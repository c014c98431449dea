import { canonicalName, type Manifest } from '@bosh6/formats';
import { linkGroup, linkProviders, namesLinks, type Placement } from '@bosh6/plan';
import type { DnsLinkRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

type NamedLink = Omit<DnsLinkRow, 'id'>;

/** Gives links names by which those who provide them are found, as soon as templates may hold these. Inside `Store.write`. */
export async function addLinks(tx: Repositories, deploymentId: number, links: readonly NamedLink[]): Promise<void> {
  if (links.length === 0) return;
  const known = new Set((await tx.dns.links.all({ deploymentId })).map(keyOf));
  await tx.dns.links.insertAll(links.filter((row) => !known.has(keyOf(row))));
}

/** Takes those away that nobody's templates hold any more: once all that consume them were updated. Inside `Store.write`. */
export async function removeLinks(tx: Repositories, deploymentId: number, manifest: Manifest, placement: Placement): Promise<void> {
  const wanted = new Set(namedLinks(deploymentId, manifest, placement).map(keyOf));
  for (const row of await tx.dns.links.all({ deploymentId })) if (!wanted.has(keyOf(row))) await tx.dns.links.delete({ id: row.id });
}

/** The links of a deployment that have names, each once for each group that provides it; none where links have no names. */
export function namedLinks(deploymentId: number, manifest: Manifest, placement: Placement): NamedLink[] {
  const offered = namesLinks(manifest) ? linkProviders(manifest, placement) : [];
  const rows = offered.map((provider) => ({ deploymentId, group: canonicalName(provider.group.name), name: linkGroup(provider) }));
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

const keyOf = ({ group, name }: Pick<DnsLinkRow, 'group' | 'name'>): string => JSON.stringify([group, name]);
