import type { Repositories } from '../persistence/store.js';

/** Takes the links of providers that are gone: those of jobs stay without one until their next deploy, those of somebody outside end. */
export async function forgetProviders(tx: Repositories, gone: readonly { id: number }[]): Promise<void> {
  const links = await tx.links.allIn(
    'providerId',
    gone.map(({ id }) => id),
  );
  const consumers = await tx.links.consumers.byIds(links.map(({ consumerId }) => consumerId));
  for (const { id, consumerId } of links) {
    const isOutside = consumers.find((row) => row.id === consumerId)?.group === null;
    if (!isOutside) await tx.links.update({ id }, { providerId: null });
    else {
      await tx.links.delete({ id });
      await tx.links.consumers.delete({ id: consumerId });
    }
  }
}

/** Takes all that a deployment offers and uses. */
export async function forgetLinks(tx: Repositories, deploymentId: number): Promise<void> {
  await forgetProviders(tx, await tx.links.providers.all({ deploymentId }));
  await tx.links.providers.delete({ deploymentId });
  await tx.links.consumers.delete({ deploymentId });
  await tx.links.delete({ deploymentId });
}
