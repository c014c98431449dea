import { readFile } from 'node:fs/promises';
import type { BlobReference } from '../blobs/blob-fetcher.js';
import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const syncDnsWithSignedUrl = (needs: Pick<Collaborators, 'blobs' | 'dns'>): Action =>
  defineAction(
    'sync_dns_with_signed_url',
    async ([{ signed_url: signedUrl, multi_digest: digest, version, blobstore_headers: headers }]) => {
      await takeRecords(needs, { what: 'DNS records', digest, signedUrl, headers }, version);
      return 'synced' as const;
    },
  );

/** Fetches and takes a version of the records unless the machine has it. */
export async function takeRecords(
  { blobs, dns }: Pick<Collaborators, 'blobs' | 'dns'>,
  blob: BlobReference,
  version: number,
): Promise<void> {
  if (!(await dns.isNewer(version))) return;
  const { path, release } = await blobs.fetch(blob);
  try {
    await dns.take(await readFile(path, 'utf8'), version);
  } finally {
    await release();
  }
}
