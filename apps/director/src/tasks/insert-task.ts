import type { Json, World } from '@bosh6/base';
import type { Store } from '../persistence/store.js';
import type { NewTask } from './tasks.js';

/** Longer than a client goes on to try. */
const resendMs = 60_000;

/** Stores a queued task, unless the same request made one a moment ago that nobody has followed: then it is that. */
export function insertTask(store: Store, world: Pick<World, 'now'>, task: NewTask): Promise<{ id: number; isNew: boolean }> {
  const { type, description, user, deployment = null, contextId = '', request } = task;
  return store.write(async (tx) => {
    const known = request === undefined ? undefined : await tx.tasks.unfollowed(request.key, request.at - resendMs);
    if (known !== undefined) return { id: known, isNew: false };
    const teams = task.teams ?? (deployment === null ? [] : ((await tx.deployments.find({ name: deployment }))?.teams ?? []));
    const { id } = await tx.tasks.insert({
      type,
      state: 'queued',
      description,
      result: null,
      user,
      deployment,
      contextId,
      payload: task.payload as Json,
      createdAt: world.now(),
      startedAt: null,
      finishedAt: null,
      leaseOwner: null,
      leaseUntil: null,
      requestKey: request?.key ?? null,
      teams: [...teams],
    });
    return { id, isNew: true };
  });
}
