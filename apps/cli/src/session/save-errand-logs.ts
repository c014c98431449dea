import { join } from 'node:path';
import type { Director } from '@bosh6/director-api/client';
import type { ErrandResult } from './errand-results.js';
import { saveResource } from './save-resource.js';
import type { Seat } from './seat.js';
import { timestamp } from './timestamp.js';

interface ErrandLogs {
  readonly errand: string;
  readonly results: readonly ErrandResult[];
  readonly directory: string;
}

/** One archive an instance that has logs. */
export async function saveErrandLogs(seat: Seat, director: Director, { errand, results, directory }: ErrandLogs): Promise<void> {
  for (const { logs } of results) {
    const blob = logs?.blobstore_id ?? '';
    if (blob === '') continue;
    const path = join(directory, `${errand}-${timestamp(seat.world.now())}.tgz`);
    await saveResource(seat, director, blob, path, logs?.sha1 ?? '');
  }
}
