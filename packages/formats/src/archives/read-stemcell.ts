import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../errors.js';
import { parseStemcellManifest } from '../release/parse-release-manifest.js';
import type { StemcellManifest } from '../release/stemcell-manifest.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { digestStream } from './digest.js';
import { archiveError, readEntries } from './read-entries.js';
import { readText } from './read-text.js';
import type { Digests, StemcellContents } from './types.js';

/**
 * Reads a stemcell tarball, writing its image to `workDir/image`. Throws `InvalidStemcell` (50000), `StemcellImageNotFound` (50001),
 * and 40000 or 40001 for its manifest. The image's own digest is reported, not compared: the original does not either.
 * Errors call the archive `name`.
 */
export async function readStemcell(path: string, workDir: string, name: string = path): Promise<StemcellContents> {
  await mkdir(workDir, { recursive: true });
  const imagePath = join(workDir, 'image');
  let manifest: StemcellManifest | undefined;
  let image: Digests | undefined;
  await readEntries(
    path,
    'stemcell',
    async (entry) => {
      if (entry.path === 'stemcell.MF') manifest = parseStemcellManifest(parseYaml(await readText(entry, 'stemcell', name), 'stemcell.MF'));
      else if (entry.path === 'image' && entry.type === 'file') image = await digestStream(entry.body, imagePath);
    },
    name,
  );
  if (manifest === undefined) throw archiveError('stemcell', name, 'has no stemcell.MF');
  if (image === undefined) throw fail('StemcellImageNotFound', `stemcell archive '${name}' has no image`, { where: { object: name } });
  return { manifest, imagePath, imageSize: image.size, imageSha1: image.sha1 };
}
