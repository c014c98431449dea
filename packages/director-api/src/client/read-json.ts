import { fail } from './errors.js';
import type { Incoming } from './transport.js';

/** An answer's JSON. Errors: UnreadableAnswer. */
export async function readJson<T>(incoming: Incoming): Promise<T> {
  const text = await incoming.text();
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw fail('UnreadableAnswer', `the Director answered ${incoming.status} with something that is not JSON`, { cause });
  }
}
