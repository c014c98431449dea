import { parseStemcellManifest, parseYaml } from '@bosh6/formats';
import { readEntries } from '@bosh6/formats/archives';
import { fail } from '../errors.js';
import { tarballSize } from './tarball.js';

/** Name and version of a stemcell tarball; the whole archive is read, so a damaged one is noticed before it is uploaded. */
export async function readStemcellName(path: string): Promise<{ name: string; version: string }> {
  let text: string | undefined;
  tarballSize('stemcell', path);
  await readEntries(path, 'stemcell', async (entry) => {
    if (entry.path !== 'stemcell.MF') return;
    const chunks: Buffer[] = [];
    for await (const chunk of entry.body) chunks.push(chunk as Buffer);
    text = Buffer.concat(chunks).toString('utf8');
  });
  if (text === undefined) throw fail('UnreadableFile', `'${path}' is no stemcell: it has no stemcell.MF`, { where: { document: path } });
  const { name, version } = parseStemcellManifest(parseYaml(text, `${path}: stemcell.MF`));
  return { name, version };
}
