import type { Readable } from 'node:stream';
import { fail } from '../errors.js';
import type { Data, Ref } from '../schema/values.js';
import type { Vim } from '../vim.js';
import { keepLease } from './keep-lease.js';
import { uploadDisk } from './upload-disk.js';
import { waitForLease } from './wait-for-lease.js';

/** A disk of an import: `deviceId` as in the import spec's `fileItem`. */
export interface LeaseItem {
  readonly deviceId: string;
  /** Bytes. */
  readonly size: number;
  readonly open: () => Readable;
}

export interface LeaseOptions {
  signal?: AbortSignal | undefined;
  /** Percent of all bytes, as the server is told; it never falls. */
  onProgress?: (percent: number) => void;
  /** How often the server is told, which renews the lease. Default 2 s. */
  progressMs?: number;
}

/**
 * Uploads the disks of an import and completes its lease; gives what was imported. When anything fails or is aborted,
 * the lease is aborted too, so that the server removes the half of a VM.
 */
export async function uploadLease(
  vim: Vim,
  lease: Ref<'HttpNfcLease'>,
  items: readonly LeaseItem[],
  { signal, onProgress, progressMs = 2_000 }: LeaseOptions = {},
): Promise<Ref<'ManagedEntity'>> {
  try {
    const info = await waitForLease(vim, lease, { signal });
    const total = Math.max(
      1,
      items.reduce((sum, { size }) => sum + size, 0),
    );
    let sent = 0;
    const kept = keepLease(vim, lease, { progressMs, signal, percent: () => Math.min(99, Math.floor((sent * 100) / total)), onProgress });
    try {
      for (const item of items) {
        const count = (bytes: number): void => {
          sent += bytes;
        };
        await uploadDisk(vim, deviceUrl(info, item, lease), item, { signal: kept.signal, count });
      }
    } finally {
      await kept.end();
    }
    signal?.throwIfAborted();
    await vim.call('HttpNfcLeaseProgress', lease, { percent: 100 }, { signal });
    await vim.call('HttpNfcLeaseComplete', lease, {}, { signal });
    onProgress?.(100);
    return info.entity;
  } catch (error) {
    await vim.call('HttpNfcLeaseAbort', lease, {}).catch(() => {}); // it ends by itself when it is not renewed
    throw error;
  }
}

function deviceUrl(info: Data<'HttpNfcLeaseInfo'>, { deviceId }: LeaseItem, lease: Ref<'HttpNfcLease'>): Data<'HttpNfcLeaseDeviceUrl'> {
  const found = info.deviceUrl?.find(({ importKey }) => importKey === deviceId);
  if (found !== undefined) return found;
  const known = (info.deviceUrl ?? []).map(({ importKey }) => `'${importKey}'`).join(', ') || 'none';
  throw fail('LeaseFailed', `the lease ${lease.value} has no device '${deviceId}' (it has: ${known})`, {
    where: { object: `HttpNfcLease ${lease.value}` },
  });
}
