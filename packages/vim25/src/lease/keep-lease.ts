import type { Ref } from '../schema/values.js';
import type { Vim } from '../vim.js';

export interface KeepOptions {
  progressMs: number;
  signal: AbortSignal | undefined;
  percent: () => number;
  onProgress: ((percent: number) => void) | undefined;
}

/** Tells the server every so often how far the upload is, which renews the lease. `signal` is aborted when it will not hear of it. */
export function keepLease(
  vim: Vim,
  lease: Ref<'HttpNfcLease'>,
  { progressMs, signal, percent, onProgress }: KeepOptions,
): { signal: AbortSignal; end: () => Promise<void> } {
  const refused = new AbortController();
  const either = AbortSignal.any([refused.signal, ...(signal === undefined ? [] : [signal])]);
  let telling: Promise<void> = Promise.resolve();
  let told = -1;
  let busy = false;
  const tell = async (): Promise<void> => {
    const now = percent();
    await vim.call('HttpNfcLeaseProgress', lease, { percent: now }, { signal: either });
    if (now > told) onProgress?.(now);
    told = Math.max(told, now);
  };
  const timer = vim.session.world.every(progressMs, () => {
    if (busy) return; // a slow server gets one at a time
    busy = true;
    telling = tell()
      .catch((error: unknown) => refused.abort(error))
      .finally(() => {
        busy = false;
      });
  });
  return {
    signal: either,
    end: async () => {
      timer.cancel();
      await telling;
    },
  };
}
