import { fail } from '../errors.js';
import type { LockRow, TaskRow } from '../persistence/rows/index.js';
import { describe } from './line-event-log.js';
import { begunTasks, isLive, leaseMs } from './live-tasks.js';
import type { TaskHandler } from './task-handler.js';
import type { TaskQueueOptions } from './task-queue.js';
import { TaskRun } from './task-run.js';

/**
 * What a Director that died left behind: its locks go, and each task that it was running is queued again where its handler wants that,
 * else ends in `error`. A task whose lease runs belongs to another Director where there can be one. Answers how many were settled.
 */
export async function recoverTasks(options: TaskQueueOptions, handlers: ReadonlyMap<string, TaskHandler>): Promise<number> {
  const { store, world } = options;
  const left = (await begunTasks(store.read)).filter((row) => !isLive(row, store, world.now()));
  const ids = new Set(left.map(({ id }) => id));
  const isDead = ({ expiredAt, taskId }: LockRow): boolean =>
    !store.shared || expiredAt <= world.now() || (taskId !== null && ids.has(taskId));
  const locks = (await store.read.locks.all()).filter(isDead);
  if (locks.length > 0) {
    await store.write(async (tx) => {
      for (const { name, uid } of locks) await tx.locks.delete({ name, uid });
    });
  }
  let settled = 0;
  for (const row of left) {
    if (!(await claim(options, row))) continue;
    settled += 1;
    const wish = row.state === 'cancelling' ? 'error' : await handlers.get(row.type)?.recover?.(row.id, row.payload);
    if (wish === 'requeue') {
      await store.write((tx) => tx.tasks.update({ id: row.id }, { state: 'queued', leaseOwner: null, leaseUntil: null }));
    } else await abandon(options, row);
  }
  return settled;
}

/** Of several Directors that find the same dead one, one settles what it left. */
function claim({ store, world }: TaskQueueOptions, { id, leaseOwner }: TaskRow): Promise<boolean> {
  if (!store.shared) return Promise.resolve(true);
  return store.write(async (tx) => {
    const now = await tx.tasks.find({ id });
    if (now === undefined || now.finishedAt !== null || now.state === 'queued' || now.leaseOwner !== leaseOwner) return false;
    if (isLive(now, store, world.now())) return false;
    await tx.tasks.update({ id }, { leaseOwner: world.uuid(), leaseUntil: world.now() + leaseMs });
    return true;
  });
}

async function abandon({ store, outputs, world, log }: TaskQueueOptions, row: TaskRow): Promise<void> {
  const run = new TaskRun(row, outputs.open(row.id, log), world);
  const error = describe(fail('TaskAbandoned', `the Director ended while task ${row.id} (${row.description}) ran`));
  run.events.error(error);
  run.output.close();
  const ended = { state: 'error', result: error.message, finishedAt: world.now(), leaseOwner: null, leaseUntil: null } as const;
  // Who sends the request again wants it done, and not to be told of this end.
  await store.write((tx) => tx.tasks.update({ id: row.id }, { ...ended, requestKey: null }));
  log.warn({ task: row.id, type: row.type }, 'a task was left running by a Director that ended');
}
