import type { Timer, World } from '@bosh6/base';

/** A pause this long after the last work counts as idle; a deploy's requests follow one another faster. */
const idleMs = 500;

/** Notices when there has been nothing to do for half a second. */
export class Idleness {
  readonly #world: World;
  readonly #onIdle: () => void;
  #running = 0;
  #timer: Timer | undefined;

  constructor(world: World, onIdle: () => void) {
    this.#world = world;
    this.#onIdle = onIdle;
  }

  /** Runs work; until it has ended nothing is idle. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    this.#timer?.cancel();
    try {
      return await work();
    } finally {
      this.#running -= 1;
      if (this.#running === 0) this.#timer = this.#world.after(idleMs, this.#onIdle);
    }
  }
}
