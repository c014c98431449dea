import { parseStemcellManifest, parseYaml, type StemcellManifest } from '@bosh6/formats';
import { readEntries } from '@bosh6/formats/archives';
import { fail } from '../errors.js';
import { tarballSize } from './tarball.js';

/** The manifest of a stemcell tarball; the whole archive is read, so a damaged one is noticed before it is uploaded. Errors: UnreadableFile. */
export async function readStemcellManifest(path: string): Promise<StemcellManifest> {
  let text: string | undefined;
  tarballSize('stemcell', path);
  await readEntries(path, 'stemcell', async (entry) => {
    if (entry.path !== 'stemcell.MF') return;
    const chunks: Buffer[] = [];
    for await (const chunk of entry.body) chunks.push(chunk as Buffer);
    text = Buffer.concat(chunks).toString('utf8');
  });
  if (text === undefined) throw fail('UnreadableFile', `'${path}' is no stemcell: it has no stemcell.MF`, { where: { document: path } });
  return parseStemcellManifest(parseYaml(text, `${path}: stemcell.MF`));
}
