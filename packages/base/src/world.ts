/** A timer that can be taken back. */
export interface Timer {
  cancel(): void;
}

/** Time, chance and names: everything that makes two runs differ. Injected, so that a run can be repeated. */
export interface World {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Milliseconds of a clock that only goes forward; its zero means nothing. */
  monotonic(): number;
  /** Resolves after `ms`; rejects with the signal's reason when aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  after(ms: number, run: () => void): Timer;
  every(ms: number, run: () => void): Timer;
  /** `length` unguessable bytes. */
  bytes(length: number): Uint8Array;
  /** RFC 9562 version 4. */
  uuid(): string;
}

export function realWorld(): World {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', stop);
          resolve();
        }, ms);
        const stop = (): void => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', stop, { once: true });
      }),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return { cancel: () => clearTimeout(timer) };
    },
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return { cancel: () => clearInterval(timer) };
    },
    // Loaded when first needed: node:crypto costs a CLI that asks for no randomness 8 ms.
    bytes: (length) => process.getBuiltinModule('node:crypto').randomBytes(length),
    uuid: () => process.getBuiltinModule('node:crypto').randomUUID(),
  };
}
