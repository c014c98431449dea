import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { digestFile } from './digest.js';
import { readFileStream } from './read-file.js';
import type { Digests } from './types.js';

/** What to write: a text or bytes, a file's content, a directory or a symbolic link. */
export type ArchiveEntry = { path: string; mode?: number } & (
  | { text: string | Buffer }
  | { file: string }
  | { directory: true }
  | { symlink: string }
);

/**
 * Writes a gzipped tar whose bytes depend on the entries only: no times, no owners, in the order given. Appears whole or not at all.
 * Modes are 0644 or 0755 unless told (octal).
 */
export async function writeArchive(path: string, entries: readonly ArchiveEntry[], options: { compress?: boolean } = {}): Promise<Digests> {
  const tar = pack();
  const partial = `${path}.partial`;
  const out = createWriteStream(partial);
  const writing = options.compress === false ? pipeline(tar, out) : pipeline(tar, createGzip({ level: 6 }), out);
  writing.catch(() => undefined);
  try {
    for (const entry of entries) await add(tar, entry);
    tar.finalize();
    await writing;
    await rename(partial, path);
  } catch (error) {
    tar.destroy(error as Error);
    await writing.catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
  return digestFile(path);
}

const constant = { uid: 0, gid: 0, uname: '', gname: '', mtime: new Date(0) };

async function add(tar: ReturnType<typeof pack>, entry: ArchiveEntry): Promise<void> {
  const { path: name } = entry;
  if ('directory' in entry) tar.entry({ ...constant, name: `${name}/`, type: 'directory', mode: entry.mode ?? 0o755 }, '');
  else if ('symlink' in entry) tar.entry({ ...constant, name, type: 'symlink', linkname: entry.symlink, mode: 0o777 }, '');
  else if ('text' in entry) tar.entry({ ...constant, name, mode: entry.mode ?? 0o644 }, entry.text);
  else {
    const { size, mode } = await stat(entry.file);
    const target = tar.entry({ ...constant, name, size, mode: entry.mode ?? ((mode & 0o111) === 0 ? 0o644 : 0o755) });
    await pipeline(await readFileStream(entry.file), target as unknown as NodeJS.WritableStream);
  }
}
