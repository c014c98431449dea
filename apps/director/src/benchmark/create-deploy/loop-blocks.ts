import { openSync, readSync } from 'node:fs';

const everyMs = 2;
/** USER_HZ of Linux is 100, whatever the kernel's own clock. */
const jiffyMs = 10;
/** In the first line of /proc/stat: cpu user nice system idle iowait irq softirq steal. */
const stealWord = 8;

/** What the kernel says of the main thread and of the machine, in ms since each began. */
export interface ProcessorTimes {
  readonly now: number;
  /** The thread ran (Documentation/scheduler/sched-stats of the kernel). */
  readonly ran: number;
  /** The thread was ready to run, and did not. */
  readonly waited: number;
  /** The hypervisor gave the machine's processors to others (proc_stat(5), steal). */
  readonly stolen: number;
}

/** The longest block of this process's event loop. While others have the processor, nobody is blocked by us: that does not count. */
export class LoopBlocks {
  readonly #schedstat = openSync('/proc/self/schedstat', 'r');
  readonly #stat = openSync('/proc/stat', 'r');
  readonly #buffer = Buffer.alloc(128);
  #last = this.#read();
  longestMs = 0;

  constructor() {
    setInterval(() => this.#tick(), everyMs).unref();
  }

  forget(): void {
    this.longestMs = 0;
  }

  #tick(): void {
    const times = this.#read();
    this.longestMs = Math.max(this.longestMs, heldMs(this.#last, times) - everyMs);
    this.#last = times;
  }

  #read(): ProcessorTimes {
    const [ran, waited] = this.#words(this.#schedstat);
    const steal = this.#words(this.#stat).at(stealWord);
    return { now: performance.now(), ran: Number(ran) / 1e6, waited: Number(waited) / 1e6, stolen: Number(steal) * jiffyMs };
  }

  #words(file: number): string[] {
    return this.#buffer.toString('latin1', 0, readSync(file, this.#buffer, 0, this.#buffer.length, 0)).split(/\s+/);
  }
}

/** For how much of the time between two samples the thread held its processor, or slept for something that is its own. What was stolen can only be of the time in which it neither ran nor waited. */
export function heldMs(from: ProcessorTimes, to: ProcessorTimes): number {
  const elapsed = to.now - from.now;
  const waited = to.waited - from.waited;
  const asleep = Math.max(0, elapsed - waited - (to.ran - from.ran));
  return elapsed - waited - Math.min(to.stolen - from.stolen, asleep);
}
