import type { Timer, World } from './world.js';

interface Due {
  at: number;
  order: number;
  run: () => void;
  every?: number;
}

/** A world whose clock moves only when told, and whose chance repeats for a seed. Not for keys. */
export class VirtualWorld implements World {
  #now: number;
  #order = 0;
  #due = new Set<Due>();
  #state: number;

  constructor(seed = 1, start = Date.UTC(2026, 0, 1)) {
    this.#state = seed >>> 0 || 1;
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }
  monotonic(): number {
    return this.#now;
  }
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const timer = this.after(ms, resolve);
      signal?.addEventListener(
        'abort',
        () => {
          timer.cancel();
          reject(signal.reason);
        },
        { once: true },
      );
    });
  }
  after(ms: number, run: () => void): Timer {
    return this.#add({ at: this.#now + ms, order: this.#order++, run });
  }
  every(ms: number, run: () => void): Timer {
    return this.#add({ at: this.#now + ms, order: this.#order++, run, every: ms });
  }
  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.#next() & 0xff);
  }
  uuid(): string {
    const bytes = this.bytes(16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return Buffer.from(bytes)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** Lets `ms` pass, running what falls due in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = [...this.#due].filter((due) => due.at <= end).sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (next === undefined) break;
      this.#now = Math.max(this.#now, next.at);
      if (next.every === undefined) this.#due.delete(next);
      else next.at += Math.max(next.every, 1);
      next.run();
    }
    this.#now = end;
  }

  #add(due: Due): Timer {
    this.#due.add(due);
    return { cancel: () => void this.#due.delete(due) };
  }
  // mulberry32
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }
}
