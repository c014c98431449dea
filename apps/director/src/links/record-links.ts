import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '@bosh6/formats';
import { type LinkTable, linkContent, linkProviders, type Naming, type Placement, type SharedProvider } from '@bosh6/plan';
import type { LinkConsumerRow, LinkProviderRow, LinkRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import type { Table } from '../persistence/table.js';
import { providerProperties } from '../rendering/provider-properties.js';
import { forgetProviders } from './forget-links.js';

export interface Deployed {
  readonly deploymentId: number;
  readonly manifest: Manifest;
  readonly naming: Naming;
  readonly placement: Placement;
  readonly links: LinkTable;
  readonly now: number;
}

/** Notes who offers and who uses links after a deploy; what was there before keeps its id. Links of somebody outside stay as long as their provider. */
export async function recordLinks(tx: Repositories, { deploymentId, manifest, naming, placement, links, now }: Deployed): Promise<void> {
  const offered = linkProviders(manifest, placement).map((provider): Omit<LinkProviderRow, 'id'> => {
    const { group, job, originalName, name, type, shared } = provider;
    const whole = linkContent({ kind: 'provider', provider }, naming, placement, providerProperties(manifest, provider));
    const content = shared ? whole : { ...whole, instances: [], properties: {} };
    return { deploymentId, group: group.name, job: job.name, originalName, name, type, shared, content };
  });
  const known = await tx.links.providers.all({ deploymentId });
  const providers = await keep(tx.links.providers, known, offered, providerKey);
  await forgetProviders(tx, providers.gone);

  const wanted = manifest.instanceGroups.flatMap((group) =>
    group.jobs.flatMap((job, at): Omit<LinkConsumerRow, 'id'>[] => {
      const bound = placement.groups.find(({ name }) => name === group.name)?.jobs[at]?.job.consumes ?? [];
      const used = bound.filter(({ name }) => job.consumes[name] !== 'nil');
      return used.map(({ name, type, optional }) => ({ deploymentId, group: group.name, owner: job.name, name, type, optional }));
    }),
  );
  const inside = (await tx.links.consumers.all({ deploymentId })).filter(({ group }) => group !== null);
  const consumers = await keep(tx.links.consumers, inside, wanted, consumerKey);

  const made = consumers.kept.flatMap((consumer): Omit<LinkRow, 'id'>[] => {
    const source = links[consumer.group ?? '']?.[consumer.owner]?.[consumer.name];
    if (source === undefined) return [];
    const providerId = source.kind === 'manual' ? null : source.kind === 'shared' ? source.provider.id : ownId(source.provider);
    const network = (source.kind === 'manual' ? undefined : source.network) ?? null;
    const shared = source.kind === 'shared' ? asGiven(source.provider) : null;
    return [{ deploymentId, consumerId: consumer.id, providerId, name: consumer.name, network, createdAt: now, shared }];
  });
  function ownId({ group, job, originalName }: ReturnType<typeof linkProviders>[number]): number | null {
    const key = providerKey({ group: group.name, job: job.name, originalName });
    return providers.kept.find((row) => providerKey(row) === key)?.id ?? null;
  }
  const before = await tx.links.allIn('consumerId', [...inside.map(({ id }) => id)]);
  await keep(tx.links, before, made, ({ consumerId, providerId, network }) => JSON.stringify([consumerId, providerId, network]));
}

const asGiven = ({ deployment, name, type, content }: SharedProvider): LinkRow['shared'] => ({ deployment, name, type, content });

const providerKey = (row: Pick<LinkProviderRow, 'group' | 'job' | 'originalName'>): string =>
  JSON.stringify([row.group, row.job, row.originalName]);
const consumerKey = ({ group, owner, name }: Omit<LinkConsumerRow, 'id'>): string => JSON.stringify([group, owner, name]);

/** Makes the rows those that are wanted: one of the same key is changed, but for when it was made; the others go. */
async function keep<Row extends { readonly id: number }>(
  table: Table<Row>,
  rows: readonly Row[],
  wanted: readonly Omit<Row, 'id'>[],
  keyOf: (row: Omit<Row, 'id'>) => string,
): Promise<{ kept: Row[]; gone: Row[] }> {
  const kept: Row[] = [];
  for (const each of wanted) {
    const present = rows.find((row) => keyOf(row) === keyOf(each));
    if (present === undefined) {
      kept.push(await table.insert(each));
      continue;
    }
    const wish = 'createdAt' in present ? { ...each, createdAt: present.createdAt } : each;
    const next = { ...present, ...wish } as Row;
    if (!isDeepStrictEqual({ ...present }, next)) await table.update({ id: present.id } as never, wish as never);
    kept.push(next);
  }
  const gone = rows.filter((row) => !kept.some(({ id }) => id === row.id));
  for (const { id } of gone) await table.delete({ id } as never);
  return { kept, gone };
}
