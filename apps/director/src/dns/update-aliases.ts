import { canonicalName, type Manifest } from '@bosh6/formats';
import type { DnsAliasRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** Makes a deployment's aliases those of its manifest; inside `Store.write`. */
export async function updateAliases(tx: Repositories, deploymentId: number, manifest: Manifest): Promise<void> {
  const wanted = new Map(desiredAliases(deploymentId, manifest).map((alias) => [aliasKey(alias), alias]));
  for (const row of await tx.dns.aliases.all({ deploymentId })) {
    if (!wanted.delete(aliasKey(row))) await tx.dns.aliases.delete({ id: row.id });
  }
  for (const alias of wanted.values()) await tx.dns.aliases.insert(alias);
}

function desiredAliases(deploymentId: number, { instanceGroups }: Manifest): Omit<DnsAliasRow, 'id'>[] {
  return instanceGroups.flatMap(({ name, jobs }) =>
    jobs
      .flatMap(({ provides }) => Object.values(provides).flatMap((link) => (link === 'nil' ? [] : link.aliases)))
      .map(({ domain, healthFilter = null, initialHealthCheck = null, placeholderType = null }) => {
        return { deploymentId, group: canonicalName(name), domain, healthFilter, initialHealthCheck, placeholderType };
      }),
  );
}

function aliasKey({ group, domain, healthFilter, initialHealthCheck, placeholderType }: Omit<DnsAliasRow, 'id'>): string {
  return JSON.stringify([group, domain, healthFilter, initialHealthCheck, placeholderType]);
}
