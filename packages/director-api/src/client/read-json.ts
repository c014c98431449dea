import { fail } from './errors.js';
import type { Incoming } from './transport.js';
import type { Task } from './wire.js';

/** An answer's JSON. Errors: UnreadableAnswer. */
export async function readJson<T>(incoming: Incoming, who = 'the Director'): Promise<T> {
  const text = await incoming.text();
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw fail('UnreadableAnswer', `${who} answered ${incoming.status} with something that is not JSON`, { cause });
  }
}

export async function readList<T>(incoming: Incoming): Promise<T[]> {
  const list = await readJson<T[]>(incoming);
  if (!Array.isArray(list)) throw fail('UnreadableAnswer', 'the Director answered with something that is not a list');
  return list;
}

export async function readTask(incoming: Incoming): Promise<Task> {
  const task = await readJson<Task>(incoming);
  if (typeof task?.id !== 'number' || typeof task.state !== 'string')
    throw fail('UnreadableAnswer', 'the Director answered with something that is not a task');
  return task;
}
