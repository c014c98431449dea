import { openSync, readSync } from 'node:fs';

const everyMs = 2;

/** The longest block of this process's event loop. While others have the processor, nobody is blocked by us: what the kernel says of that does not count. */
export class LoopBlocks {
  readonly #file = openSync('/proc/self/schedstat', 'r');
  readonly #buffer = Buffer.alloc(128);
  #last = performance.now();
  #lastWaited = this.#waitedMs();
  longestMs = 0;

  constructor() {
    setInterval(() => this.#tick(), everyMs).unref();
  }

  forget(): void {
    this.longestMs = 0;
  }

  #tick(): void {
    const now = performance.now();
    const waited = this.#waitedMs();
    this.longestMs = Math.max(this.longestMs, now - this.#last - everyMs - (waited - this.#lastWaited));
    this.#last = now;
    this.#lastWaited = waited;
  }

  /** Of the main thread: how long it was ready to run, and did not (Documentation/scheduler/sched-stats of the kernel). */
  #waitedMs(): number {
    const length = readSync(this.#file, this.#buffer, 0, this.#buffer.length, 0);
    return Number(this.#buffer.toString('latin1', 0, length).split(' ')[1]) / 1e6;
  }
}
