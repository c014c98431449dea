import type { World } from '@bosh6/base';

const patienceMs = 3000;

/** Awaits `work`, and calls `say` once when that takes more than a few seconds: who sees nothing thinks that nothing happens. */
export async function sayWhenSlow<T>(world: World, say: () => void, work: Promise<T>): Promise<T> {
  const timer = world.after(patienceMs, say);
  try {
    return await work;
  } finally {
    timer.cancel();
  }
}
