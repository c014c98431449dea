import type { Collaborators } from '../core/collaborators.js';
import { cleanupTask } from './delete-orphaned-vms.js';

/** As often as the original. */
const usualMs = 300_000;

/** Starts a task that deletes orphaned VMs whenever there are some: now, for those of an earlier run, and every five minutes. Answers with what ends that. */
export function scheduleCleanup({ store, tasks, world, log }: Pick<Collaborators, 'store' | 'tasks' | 'world' | 'log'>): () => void {
  const look = async (): Promise<void> => {
    if ((await store.read.orphanedVms.count()) === 0) return;
    const begun = await store.read.tasks.allIn('state', ['queued', 'processing', 'cancelling']);
    if (begun.some(({ type }) => type === cleanupTask)) return;
    await tasks.enqueue({ type: cleanupTask, description: 'scheduled ScheduledOrphanedVMCleanup', user: 'scheduler', payload: {} });
  };
  const lookSafely = (): void => {
    look().catch((error: unknown) => log.warn({ err: error }, 'orphaned VMs could not be looked for'));
  };
  const timer = world.every(usualMs, lookSafely);
  lookSafely();
  return () => timer.cancel();
}
