import type { TaskRow } from '../persistence/rows/index.js';
import type { Store } from '../persistence/store.js';
import { leaseMs } from './live-tasks.js';

interface Claim {
  readonly owner: string;
  readonly now: number;
  /** How many more each queue may run. */
  readonly free: ReadonlyMap<string, number>;
  queueOf(row: TaskRow): string;
}

/** Takes queued tasks, the oldest first, as many as are free to run: in one transaction, so that no other Director takes them too. */
export function claimTasks(store: Store, { owner, now, free, queueOf }: Claim): Promise<TaskRow[]> {
  return store.write(async (tx) => {
    const left = new Map(free);
    const claimed: TaskRow[] = [];
    for (const row of await tx.tasks.all({ state: 'queued' })) {
      const queue = queueOf(row);
      const more = left.get(queue) ?? 0;
      if (more <= 0) continue;
      left.set(queue, more - 1);
      const changes = { state: 'processing', startedAt: now, leaseOwner: owner, leaseUntil: now + leaseMs } as const;
      await tx.tasks.update({ id: row.id }, changes);
      claimed.push({ ...row, ...changes });
    }
    return claimed;
  });
}
