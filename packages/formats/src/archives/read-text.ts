import { type ArchiveKind, archiveError, type Entry } from './read-entries.js';

/** Texts in archives are read whole; more than this is not a text. */
const limit = 16 << 20;

/** The text of an entry. */
export async function readText(entry: Entry, kind: ArchiveKind, archive: string): Promise<string> {
  return (await readBytes(entry, kind, archive)).toString('utf8');
}

/** The same as it is. */
export async function readBytes(entry: Entry, kind: ArchiveKind, archive: string): Promise<Buffer> {
  if (entry.type !== 'file') throw archiveError(kind, archive, `has a ${entry.type} where a file must be: '${entry.path}'`);
  if (entry.size > limit) throw archiveError(kind, archive, `has a text of ${entry.size} bytes: '${entry.path}'`);
  const chunks: Buffer[] = [];
  for await (const chunk of entry.body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
