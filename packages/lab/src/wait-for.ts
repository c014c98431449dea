import { setTimeout as sleep } from 'node:timers/promises';

/** Polls from 5 ms upwards until `condition` gives something; undefined after `timeoutMs`. */
export async function waitFor<T>(timeoutMs: number, condition: () => T | undefined | Promise<T | undefined>): Promise<T | undefined> {
  const end = performance.now() + timeoutMs;
  for (let pause = 5; ; pause = Math.min(pause * 1.5, 100)) {
    const value = await condition();
    if (value !== undefined) return value;
    if (performance.now() >= end) return undefined;
    await sleep(pause);
  }
}
