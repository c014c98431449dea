import type { World } from '@bosh6/base';
import { routes } from '../routes.js';
import { isRunning } from '../task-state.js';
import type { FollowOptions, OutputType, TaskOutcome } from './director.js';
import { LineSplitter } from './line-splitter.js';
import { readTask } from './read-json.js';
import type { Session } from './session.js';
import type { Task } from './wire.js';

const firstPauseMs = 10;
const longestPauseMs = 500;
const growth = 1.4;
/** Nobody reads a line in less: a task that ends so soon is asked for its output once. */
const unseenMs = 50;

/**
 * Follows a task until it ends, whatever the end. The state is read before the output, so nothing written before the end is lost (reference 5.6).
 * Looks again after 10 ms, then less and less often up to 500 ms; new output makes it look sooner again. Output is read from 50 ms on.
 */
export async function followTask(session: Session, world: World, start: Task | number, options: FollowOptions): Promise<TaskOutcome> {
  const { type = 'event', onLine, onRunning, signal } = options;
  const id = typeof start === 'number' ? start : start.id;
  const lines = new LineSplitter((line) => onLine?.(line));
  let offset = 0;
  let pause = firstPauseMs;
  let waited = 0;
  let task = typeof start === 'number' ? await getTask(session, id, signal) : start;
  for (;;) {
    const ended = !isRunning(task.state);
    const wantsResult = ended && task.state === 'done' && options.withResult === true;
    const [chunk, result] = await Promise.all([
      type === 'none' || (!ended && waited < unseenMs) ? undefined : readOutput(session, id, type, offset, signal),
      wantsResult ? readOutput(session, id, 'result', 0, signal) : undefined,
    ]);
    if (chunk !== undefined && chunk.length > 0) {
      offset += chunk.length;
      lines.write(chunk);
      pause = Math.min(pause, 50);
    }
    if (ended) {
      lines.end();
      return { task, result: result?.toString('utf8') ?? '' };
    }
    onRunning?.(task);
    await world.sleep(pause, signal);
    waited += pause;
    pause = Math.min(longestPauseMs, pause * growth);
    task = await getTask(session, id, signal);
  }
}

async function getTask(session: Session, id: number, signal: AbortSignal | undefined): Promise<Task> {
  return readTask(await session.call({ method: 'GET', path: routes.task(id), ...(signal === undefined ? {} : { signal }) }));
}

/** Output from byte `offset` on; empty when there is nothing new. */
export async function readOutput(session: Session, id: number, type: OutputType, offset: number, signal?: AbortSignal): Promise<Buffer> {
  const headers: Record<string, string> = offset === 0 ? {} : { range: `bytes=${offset}-` };
  const path = `${routes.taskOutput(id)}?type=${type}`;
  const incoming = await session.call({ method: 'GET', path, headers, ...(signal === undefined ? {} : { signal }) }, [200, 204, 206, 416]);
  if (incoming.status === 416 || incoming.status === 204) {
    incoming.stream.resume();
    return Buffer.alloc(0);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of incoming.stream) chunks.push(chunk as Buffer);
  const all = Buffer.concat(chunks);
  // A server that ignores Range sends everything again.
  return incoming.status === 200 ? all.subarray(offset) : all;
}
