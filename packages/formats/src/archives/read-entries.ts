import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { CodedError } from '@bosh6/base';
import { extract, type Header } from 'tar-stream';
import { fail } from '../errors.js';
import { entryPath, linkStaysInside } from './entry-path.js';
import { readFileStream } from './read-file.js';

/** What an archive is; decides the error's code and number. */
export type ArchiveKind = 'release' | 'stemcell' | 'job' | 'package';
const codes = {
  release: 'InvalidRelease',
  stemcell: 'InvalidStemcell',
  job: 'InvalidJobArchive',
  package: 'InvalidPackageArchive',
} as const;

export interface Entry {
  /** Without `./`. */
  path: string;
  type: 'file' | 'directory' | 'symlink' | 'link';
  size: number;
  mode: number;
  /** Content; drained for the reader when left alone. */
  body: Readable;
}

const types = new Set(['file', 'contiguous-file', 'directory', 'symlink', 'link', 'pax-header', 'pax-global-header']);

/** An error about an archive of this kind. */
export function archiveError(kind: ArchiveKind, path: string, what: string, options: { hint?: string; cause?: unknown } = {}): CodedError {
  return fail(codes[kind], `${kind} archive '${path}' ${what}`, { where: { object: path }, ...options });
}

/**
 * Reads a tar, gzipped or not, entry by entry. Entries that lead out of the root (absolute, `..`, links, through links) and
 * devices are refused, as is anything cut short: then the promise rejects, it never hangs. Errors call the archive `name`.
 */
export async function readEntries(
  path: string,
  kind: ArchiveKind,
  visit: (entry: Entry) => Promise<void> | undefined,
  name: string = path,
): Promise<void> {
  const tar = extract();
  const stop = new AbortController();
  const piping = pipeInto(path, tar, stop.signal);
  piping.catch(() => undefined);
  const links = new Set<string>();
  try {
    for await (const body of tar) {
      const entry = checkEntry(body.header, body as unknown as Readable, links, kind, name);
      if (entry.path !== '') await visit(entry);
      body.resume();
    }
    await piping;
  } catch (error) {
    stop.abort();
    if (CodedError.is(error) || isMissing(error)) throw error;
    throw archiveError(kind, name, 'is damaged or cut short', { hint: 'fetch or build it again', cause: error });
  }
}

async function pipeInto(path: string, tar: ReturnType<typeof extract>, signal: AbortSignal): Promise<void> {
  try {
    const source = await readFileStream(path);
    const unpack = await decompressor(path);
    if (unpack === undefined) await pipeline(source, tar, { signal });
    else await pipeline(source, unpack, tar, { signal });
  } catch (error) {
    tar.destroy(error as Error);
    throw error;
  }
}

async function decompressor(path: string): Promise<NodeJS.ReadWriteStream | undefined> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (buffer[0] === 0x1f && buffer[1] === 0x8b) return createGunzip({ chunkSize: 256 << 10 });
    return buffer.readUInt32BE() === 0x28b52ffd ? createZstdDecompress() : undefined;
  } finally {
    await file.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'ENOSPC');
}

function checkEntry(header: Header, body: Readable, links: Set<string>, kind: ArchiveKind, archive: string): Entry {
  const refuse = (what: string): CodedError =>
    archiveError(kind, archive, `is unsafe: entry '${header.name}' ${what}`, {
      hint: 'it was made to write outside of where it is unpacked; do not use it',
    });
  const type = header.type ?? 'file';
  if (!types.has(type)) throw refuse(`is a ${type}`);
  const path = entryPath(header.name);
  if (path === undefined) throw refuse('leads out of its root');
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    if (links.has(path.slice(0, slash))) throw refuse('goes through a link');
  }
  if (type === 'symlink') {
    if (!linkStaysInside(path, header.linkname ?? '')) throw refuse(`links to '${header.linkname ?? ''}', out of its root`);
    links.add(path);
  } else if (type === 'link') {
    const target = entryPath(header.linkname ?? '/');
    if (target === undefined || [...links].some((link) => target === link || target.startsWith(`${link}/`))) {
      throw refuse(`links to '${header.linkname ?? ''}', out of its root`);
    }
  } else {
    links.delete(path);
  }
  const plain = type === 'symlink' || type === 'link' || type === 'directory' ? type : 'file';
  return { path, type: plain, size: header.size ?? 0, mode: header.mode ?? 0o644, body };
}
