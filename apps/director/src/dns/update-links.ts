import { canonicalName, type Manifest } from '@bosh6/formats';
import { linkGroup, linkProviders, namesLinks, type Placement } from '@bosh6/plan';
import type { DnsLinkRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** Makes the links by whose names a deployment's groups are found those that they provide; none where links have no names. Inside `Store.write`. */
export async function updateLinks(tx: Repositories, deploymentId: number, manifest: Manifest, placement: Placement): Promise<void> {
  const offered = namesLinks(manifest) ? linkProviders(manifest, placement) : [];
  const wanted = new Map(
    offered
      .map((provider) => ({ deploymentId, group: canonicalName(provider.group.name), name: linkGroup(provider) }))
      .map((row) => [keyOf(row), row]),
  );
  for (const row of await tx.dns.links.all({ deploymentId })) {
    if (!wanted.delete(keyOf(row))) await tx.dns.links.delete({ id: row.id });
  }
  await tx.dns.links.insertAll([...wanted.values()]);
}

const keyOf = ({ group, name }: Pick<DnsLinkRow, 'group' | 'name'>): string => JSON.stringify([group, name]);
