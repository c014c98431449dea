import type { LinkPost } from '@bosh6/director-api';
import { fail } from '../errors.js';
import type { LinkRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { networksOf } from './networks-of.js';

/** Gives somebody outside a link to a shared provider; the one that they have already when they ask again. Throws 810002, 810003, 810009. */
export async function linkOutside(tx: Repositories, wish: LinkPost, now: number): Promise<LinkRow> {
  const provider = await tx.links.providers.find({ id: Number(wish.link_provider_id) });
  const at = (pointer: string) => ({ where: { document: 'request', pointer } });
  if (provider === undefined)
    throw fail('LinkProviderUnknown', `there is no link provider ${wish.link_provider_id}`, at('/link_provider_id'));
  const { deploymentId, name, type } = provider;
  if (!provider.shared) throw fail('LinkNotShared', `link '${name}' of ${provider.group}/${provider.job} is not shared`);
  const { network = null } = wish;
  const networks = networksOf(provider);
  if (network !== null && !networks.includes(network))
    throw fail('LinkNetworkUnknown', `link '${name}' is not on network '${network}', but on ${networks.join(', ')}`, at('/network'));
  const owner = wish.link_consumer.owner_object.name;
  const who = { deploymentId, group: null, owner, name, type, optional: false };
  const consumers = (await tx.links.consumers.all({ deploymentId, owner, name })).filter(({ group }) => group === null);
  const links = await tx.links.allIn(
    'consumerId',
    consumers.map(({ id }) => id),
  );
  const present = links.find((link) => link.providerId === provider.id && link.network === network);
  if (present !== undefined) return present;
  const consumer = await tx.links.consumers.insert(who);
  return tx.links.insert({ deploymentId, consumerId: consumer.id, providerId: provider.id, name, network, createdAt: now, shared: null });
}
