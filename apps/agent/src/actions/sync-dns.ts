import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { takeRecords } from './sync-dns-with-signed-url.js';

export const syncDns = (needs: Pick<Collaborators, 'blobs' | 'dns'>): Action =>
  defineAction('sync_dns', async ([blobstoreId, digest, version]) => {
    await takeRecords(needs, { what: 'DNS records', digest, blobstoreId }, version);
    return 'synced' as const;
  });
