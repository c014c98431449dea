import { rm } from 'node:fs/promises';
import { digestsOfFile } from '../blobs/digests.js';
import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { bundleLogs } from '../logs/log-bundle.js';

export const fetchLogsWithSignedUrl = ({ layout, world, blobs }: Pick<Collaborators, 'layout' | 'world' | 'blobs'>): Action =>
  defineAction('fetch_logs_with_signed_url', async ([{ signed_url: target, log_type: types, filters, blobstore_headers: headers }]) => {
    const path = await bundleLogs(layout, world, types, filters);
    try {
      const [sha1 = '', sha512 = ''] = await digestsOfFile(path, ['sha1', 'sha512']);
      await blobs.put(path, target, headers);
      return { sha1: `${sha1};sha512:${sha512}` };
    } finally {
      await rm(path, { force: true });
    }
  });
