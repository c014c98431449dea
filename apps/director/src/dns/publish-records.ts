import { createHash } from 'node:crypto';
import { deletePassing } from '../blobs/delete-passing.js';
import { passBlobs } from '../blobs/pass-blobs.js';
import type { Collaborators } from '../core/collaborators.js';
import type { DnsBlobRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { exportRecords } from './export-records.js';

export interface PublishedRecords {
  readonly version: number;
  readonly blobstoreId: string;
  /** Hex. */
  readonly sha256: string;
}

/** Older ones may still be on their way to an agent. */
const kept = 3;

/**
 * Stores a new version of all records as a blob if they have changed since the last one, after `change` was made to them. Answers with the newest
 * version; versions only grow, and a later one never says what an earlier state was.
 */
export async function publishRecords(
  { store, blobs, world, log }: Pick<Collaborators, 'store' | 'blobs' | 'world' | 'log'>,
  change: (tx: Repositories) => Promise<void> = async () => undefined,
): Promise<PublishedRecords> {
  const { row, content, passing } = await store.write(async (tx) => {
    await change(tx);
    const records = await exportRecords(
      await tx.dns.all(),
      await tx.dns.numbers.all(),
      await tx.dns.aliases.all(),
      await tx.dns.links.all(),
    );
    const contentHash = sha256(JSON.stringify(records));
    const published = await tx.dns.blobs.all();
    const last = published.at(-1);
    const superseded = published.slice(0, -kept);
    for (const { id } of superseded) await tx.dns.blobs.delete({ id });
    const passing = await passBlobs(
      tx,
      superseded.flatMap(({ blobstoreId }) => blobstoreId ?? []),
    );
    if (last?.contentHash === contentHash) return { row: last, content: records, passing };
    return { row: await tx.dns.blobs.insert({ blobstoreId: null, sha256: null, contentHash }), content: records, passing };
  });
  await deletePassing({ store, blobs, log }, passing);
  if (isStored(row)) return { version: row.id, blobstoreId: row.blobstoreId, sha256: row.sha256 };
  const blob = await blobs.put(Buffer.from(JSON.stringify({ version: row.id, ...content })), { id: world.uuid() });
  await store.write((tx) => tx.dns.blobs.update({ id: row.id }, { blobstoreId: blob.id, sha256: blob.sha256 }));
  return { version: row.id, blobstoreId: blob.id, sha256: blob.sha256 };
}

function isStored(row: DnsBlobRow): row is DnsBlobRow & { blobstoreId: string; sha256: string } {
  return row.blobstoreId !== null && row.sha256 !== null;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
