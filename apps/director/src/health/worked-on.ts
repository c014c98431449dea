import { isJsonObject } from '@bosh6/base';
import type { Repositories } from '../persistence/store.js';
import type { Watched } from './watched-instances.js';

/** Tasks of a deployment that only look. */
const looking = new Set(['vms', 'ssh', 'fetch_logs']);

/** Tells which instances a task changes now, or is about to: those of its deployment, or the one whose VM it deletes. */
export async function workedOn(read: Repositories, now: number): Promise<(instance: Watched) => boolean> {
  const held = (await read.locks.all()).filter(({ expiredAt }) => expiredAt > now).map(({ name }) => name);
  const begun = await read.tasks.allIn('state', ['queued', 'processing', 'cancelling']);
  const locks = new Set(held);
  const deployments = new Set(begun.filter(({ type }) => !looking.has(type)).map(({ deployment }) => deployment));
  const cids = new Set(
    begun
      .map(({ type, payload }) => (type === 'delete_vm' && isJsonObject(payload) ? payload.cid : undefined))
      .filter((cid) => cid !== undefined),
  );
  return ({ deployment, vm }) => locks.has(`lock:deployment:${deployment}`) || deployments.has(deployment) || cids.has(vm?.cid ?? '');
}
