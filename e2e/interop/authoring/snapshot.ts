import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readEntries } from '@bosh6/formats/archives';

export interface Snapshot {
  /** By path. */
  readonly files: Readonly<Record<string, unknown>>;
  /** Without what differs from run to run by its nature. */
  settle(text: string): string;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const uuidEntries = /(?: {2}UUID-+:\n {4}version: .*\n)+/g;

/** What stands below a working directory. Archives of the original hold the time, so their digests are all written alike. */
export async function snapshot(work: string): Promise<Snapshot> {
  const paths = filesBelow(work, '');
  const digests = paths.filter((path) => path.includes('/.bosh/cache/')).flatMap((path) => digestsOf(readFileSync(join(work, path))));
  const settle = (from: string): string =>
    digests
      .reduce((rest, digest) => rest.replaceAll(digest, 'A'.repeat(digest.length)), from)
      .replaceAll(work, 'WORK')
      .replaceAll(/dev\.\d{10}/g, 'dev.TIMESTAMP')
      .replaceAll(uuid, 'UUID'.padEnd(36, '-'))
      .replaceAll(uuidEntries, (entries) =>
        entries
          .split(/(?<=version: .*\n)/)
          .sort()
          .join(''),
      );
  const files: Record<string, unknown> = {};
  for (const path of paths.filter((one) => !one.includes('/.git/') && !one.includes('/.bosh/tmp'))) {
    const content = await contentOf(join(work, path), settle);
    const key = settle(path);
    files[key] = key in files ? [files[key], content].flat().sort() : content;
  }
  return { files, settle };
}

function filesBelow(work: string, folder: string): string[] {
  return readdirSync(join(work, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(work, path) : [path];
    })
    .sort();
}

const digestsOf = (bytes: Buffer): string[] => ['sha256', 'sha1'].map((algorithm) => createHash(algorithm).update(bytes).digest('hex'));

async function contentOf(file: string, settle: (text: string) => string): Promise<unknown> {
  if (lstatSync(file).isSymbolicLink()) return `-> ${readlinkSync(file)}`;
  const bytes = readFileSync(file);
  if (bytes.length > 65536 && !isArchive(bytes)) return `${bytes.length} bytes`;
  if (!isArchive(bytes)) return settle(bytes.toString('utf8'));
  const kind = bytes.readUInt16BE() === 0x1f8b ? 'gzip' : 'plain';
  const entries: string[] = [];
  await readEntries(file, 'release', async ({ path, type, mode, body }) => {
    const isText = type === 'file' && !/\.tgz$/.test(path);
    const kind = (mode & 0o100) === 0 ? type : `executable ${type}`;
    entries.push(isText ? `${path} (${kind}): ${settle(await text(body))}` : `${path} (${kind})`);
  });
  return [kind, ...entries.sort()];
}

const isArchive = (bytes: Buffer): boolean =>
  (bytes.length > 2 && bytes.readUInt16BE() === 0x1f8b) || bytes.subarray(257, 262).toString() === 'ustar';
