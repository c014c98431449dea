import { canonicalName, type Manifest } from '@bosh6/formats';
import { type DnsNumbers, type Naming, namesLinks, ownNetworkName, type Placement, usesShortNames } from '@bosh6/plan';
import type { DeploymentRow, DnsNumberKind, DnsNumberRow } from '../persistence/rows/index.js';
import type { Repositories, Store } from '../persistence/store.js';
import { addLinks, namedLinks } from './link-rows.js';

/** How templates name a deployment's instances. Gives what a short name needs its number, for it must be known before the first template is rendered. */
export async function nameInstances(
  store: Pick<Store, 'write' | 'read'>,
  deployment: Pick<DeploymentRow, 'id' | 'name'>,
  manifest: Manifest,
  placement: Placement,
): Promise<Naming> {
  if (usesShortNames(manifest)) await store.write((tx) => numberAll(tx, deployment.id, manifest, placement));
  return knownNaming(store.read, deployment, manifest);
}

/** The same with the numbers that are given already. */
export async function knownNaming(
  read: Repositories,
  { id, name }: Pick<DeploymentRow, 'id' | 'name'>,
  manifest: Manifest,
): Promise<Naming> {
  if (!usesShortNames(manifest)) return { deployment: name };
  return { deployment: name, short: numbersOf(await read.dns.numbers.allIn('deploymentId', [0, id]), namesLinks(manifest)) };
}

function numbersOf(rows: readonly DnsNumberRow[], hasLinks: boolean): DnsNumbers {
  const of = (kind: DnsNumberKind) => new Map(rows.flatMap((row) => (row.kind === kind ? [[row.name, row.id] as const] : [])));
  const names = { groups: of('group'), networks: of('network'), instances: of('instance') };
  return hasLinks ? { ...names, links: of('link') } : names;
}

/** Those that go, too: an instance without a number is known by its id, which may be another's number. */
async function numberAll(tx: Repositories, deploymentId: number, manifest: Manifest, placement: Placement): Promise<void> {
  const { groups, instances, obsolete } = placement;
  const links = namedLinks(deploymentId, manifest, placement);
  const all = [...instances, ...obsolete];
  const networks = instances.flatMap((each) => Object.keys(each.networks).map((entry) => ownNetworkName(entry, each.networks)));
  const wanted = new Map<string, Omit<DnsNumberRow, 'id'>>();
  const want = (row: Omit<DnsNumberRow, 'id'>): unknown => wanted.set(keyOf(row), row);
  for (const { name } of groups) want({ kind: 'group', name: canonicalName(name), deploymentId });
  for (const { name } of links) want({ kind: 'link', name, deploymentId });
  for (const name of networks) want({ kind: 'network', name: canonicalName(name), deploymentId: 0 });
  for (const { uuid } of all) want({ kind: 'instance', name: uuid, deploymentId });
  for (const row of await tx.dns.numbers.allIn('deploymentId', [0, deploymentId])) wanted.delete(keyOf(row));
  await tx.dns.numbers.insertAll([...wanted.values()]);
  await addLinks(tx, deploymentId, links);
}

const keyOf = ({ kind, name, deploymentId }: Omit<DnsNumberRow, 'id'>): string => JSON.stringify([kind, name, deploymentId]);
