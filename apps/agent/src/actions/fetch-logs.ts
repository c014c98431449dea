import { rm } from 'node:fs/promises';
import { digestsOfFile } from '../blobs/digests.js';
import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { bundleLogs } from '../logs/log-bundle.js';

export const fetchLogs = ({ layout, world, blobs }: Pick<Collaborators, 'layout' | 'world' | 'blobs'>): Action =>
  defineAction('fetch_logs', async ([types, filters]) => {
    const path = await bundleLogs(layout, world, types, filters);
    try {
      const [sha1 = ''] = await digestsOfFile(path, ['sha1']);
      return { blobstore_id: await blobs.store(path), sha1 };
    } finally {
      await rm(path, { force: true });
    }
  });
