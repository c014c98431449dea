import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isJsonObject, type JsonObject } from '@bosh6/base';
import { parseStemcellManifest } from '../release/parse-release-manifest.js';
import { emitYaml } from '../yaml/emit-yaml.js';
import { inGoOrder } from '../yaml/go-style.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { digestStream } from './digest.js';
import { archiveError, readEntries } from './read-entries.js';
import { readText } from './read-text.js';
import { type ArchiveEntry, writeArchive } from './write-archive.js';

export interface StemcellChanges {
  name?: string;
  version?: string;
  /** These keys replace those of the manifest; others stay. */
  cloudProperties?: JsonObject;
  /** Instead of those that it has. */
  formats?: string[];
  /** A file of no bytes stands for the image; its digest in the manifest stays (as bosh-cli). */
  emptyImage?: boolean;
}

/** `repack-stemcell`: writes a stemcell tarball again with another manifest; its other files stay. Throws what `readStemcell` does. */
export async function repackStemcell(from: string, to: string, changes: StemcellChanges): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'bosh6-stemcell-'));
  try {
    let manifest: JsonObject | undefined;
    const entries: ArchiveEntry[] = [];
    await readEntries(from, 'stemcell', async (entry) => {
      if (entry.path === 'stemcell.MF') {
        const document = parseYaml(await readText(entry, 'stemcell', from), `${from}: stemcell.MF`, { dialect: 'go' });
        parseStemcellManifest(document);
        if (isJsonObject(document.value)) manifest = changed(document.value, changes);
      } else if (entry.path === 'image' && changes.emptyImage === true) {
        entries.push({ path: 'image', text: '', mode: 0o644 });
      } else if (entry.type === 'file') {
        const file = join(work, String(entries.length));
        await digestStream(entry.body, file);
        entries.push({ path: entry.path, file, mode: entry.mode & 0o777 });
      } else if (entry.type === 'directory') {
        entries.push({ path: entry.path, directory: true });
      }
    });
    if (manifest === undefined) throw archiveError('stemcell', from, 'has no stemcell.MF');
    const all: ArchiveEntry[] = [{ path: 'stemcell.MF', text: emitYaml(manifest, { sortKeys: false, like: 'go' }) }, ...entries];
    await writeArchive(
      to,
      all.sort((a, b) => (a.path < b.path ? -1 : 1)),
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The original keeps these keys and no others. */
function changed(found: JsonObject, changes: StemcellChanges): JsonObject {
  const text = (key: string): string => (found[key] === undefined || found[key] === null ? '' : String(found[key]));
  const formats = changes.formats ?? found.stemcell_formats;
  const { api_version: api = 0, cloud_properties: properties } = found;
  return {
    name: changes.name ?? text('name'),
    version: changes.version ?? text('version'),
    operating_system: text('operating_system'),
    sha1: text('sha1'),
    bosh_protocol: text('bosh_protocol'),
    ...(Array.isArray(formats) && formats.length > 0 ? { stemcell_formats: formats } : {}),
    ...(api === 0 ? {} : { api_version: api }),
    cloud_properties: inGoOrder({ ...(isJsonObject(properties) ? properties : {}), ...changes.cloudProperties }),
  };
}
