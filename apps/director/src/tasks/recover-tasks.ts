import { fail } from '../errors.js';
import type { TaskRow } from '../persistence/rows/index.js';
import type { Store } from '../persistence/store.js';
import { describe } from './line-event-log.js';
import type { TaskHandler } from './task-handler.js';
import type { TaskQueueOptions } from './task-queue.js';
import { TaskRun } from './task-run.js';

/**
 * What a Director that died left behind: its locks go, and each task that it was running is queued again where its handler wants that,
 * else ends in `error`. An SQLite database has one Director, so whatever runs at start belongs to a dead one.
 */
export async function recoverTasks(options: TaskQueueOptions, handlers: ReadonlyMap<string, TaskHandler>): Promise<void> {
  const left = await unfinished(options.store);
  const locks = await options.store.read.locks.all();
  if (locks.length > 0) {
    await options.store.write(async (tx) => {
      for (const lock of locks) await tx.locks.delete({ name: lock.name });
    });
  }
  for (const row of left) {
    const wish = row.state === 'cancelling' ? 'error' : await handlers.get(row.type)?.recover?.(row.id, row.payload);
    if (wish === 'requeue') {
      await options.store.write((tx) => tx.tasks.update({ id: row.id }, { state: 'queued', leaseOwner: null, leaseUntil: null }));
    } else await abandon(options, row);
  }
}

async function unfinished(store: Store): Promise<TaskRow[]> {
  return [...(await store.read.tasks.all({ state: 'processing' })), ...(await store.read.tasks.all({ state: 'cancelling' }))];
}

async function abandon({ store, outputs, world, log }: TaskQueueOptions, row: TaskRow): Promise<void> {
  const run = new TaskRun(row, outputs.open(row.id), world);
  const error = describe(fail('TaskAbandoned', `the Director ended while task ${row.id} (${row.description}) ran`));
  run.events.error(error);
  run.output.close();
  await store.write((tx) =>
    tx.tasks.update({ id: row.id }, { state: 'error', result: error.message, finishedAt: world.now(), leaseOwner: null, leaseUntil: null }),
  );
  log.warn({ task: row.id, type: row.type }, 'a task was left running by a Director that ended');
}
