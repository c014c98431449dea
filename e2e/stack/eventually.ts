import { setTimeout as pause } from 'node:timers/promises';

/** Looks again, more and more seldom, until `look` gives something that `enough` accepts; the last look counts when time is up. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  enough: (seen: T) => boolean,
  { seconds = 30 }: { seconds?: number } = {},
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (let wait = 10; ; wait = Math.min(wait * 2, 500)) {
    const seen = await look();
    if (enough(seen) || performance.now() > end) return seen;
    await pause(wait);
  }
}
