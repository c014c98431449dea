import { canonicalName, type Manifest } from '@bosh6/formats';
import { linkGroup, linkProviders, namesLinks, type Placement } from '@bosh6/plan';
import type { DnsLinkRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

type Named = Omit<DnsLinkRow, 'id'>;

/** Makes the links that a deployment's groups provide names by which they are found, as soon as templates may hold them. Inside `Store.write`. */
export async function addLinks(tx: Repositories, deploymentId: number, manifest: Manifest, placement: Placement): Promise<void> {
  const wanted = wantedLinks(deploymentId, manifest, placement);
  if (wanted.size === 0) return;
  for (const row of await tx.dns.links.all({ deploymentId })) wanted.delete(keyOf(row));
  await tx.dns.links.insertAll([...wanted.values()]);
}

/** Takes those away that nobody's templates hold any more: once all that consume them were updated. Inside `Store.write`. */
export async function removeLinks(tx: Repositories, deploymentId: number, manifest: Manifest, placement: Placement): Promise<void> {
  const wanted = wantedLinks(deploymentId, manifest, placement);
  for (const row of await tx.dns.links.all({ deploymentId })) if (!wanted.has(keyOf(row))) await tx.dns.links.delete({ id: row.id });
}

function wantedLinks(deploymentId: number, manifest: Manifest, placement: Placement): Map<string, Named> {
  const offered = namesLinks(manifest) ? linkProviders(manifest, placement) : [];
  const rows = offered.map((provider) => ({ deploymentId, group: canonicalName(provider.group.name), name: linkGroup(provider) }));
  return new Map(rows.map((row) => [keyOf(row), row]));
}

const keyOf = ({ group, name }: Pick<DnsLinkRow, 'group' | 'name'>): string => JSON.stringify([group, name]);
