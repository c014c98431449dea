import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseReleaseManifest, parseStemcellManifest, parseYaml, type SourceDocument } from '@bosh6/formats';
import { readEntries } from '@bosh6/formats/archives';
import { fail } from '../errors.js';
import type { Home } from './home.js';

export interface SiteChoices {
  /** A directory to serve as bosh.io; `fixtures/site` of the state directory unless said. */
  readonly site?: string | undefined;
  readonly stemcells: readonly string[];
  readonly releases: readonly string[];
}

/** Lays out what the internet stand-in serves as bosh.io: a request's path and query is a file's name. */
export async function laySite(home: Home, { site = home.fixtures, stemcells, releases }: SiteChoices): Promise<void> {
  rmSync(home.internet, { recursive: true, force: true });
  mkdirSync(home.internet, { recursive: true });
  if (existsSync(site)) cpSync(site, home.internet, { recursive: true, verbatimSymlinks: true });
  for (const file of stemcells) {
    const { name, version } = await readManifest(file, 'stemcell', parseStemcellManifest);
    serve(home, file, `d/stemcells/${name}?v=${version}`);
  }
  for (const file of releases) {
    const { name, version } = await readManifest(file, 'release', parseReleaseManifest);
    serve(home, file, `d/github.com/cloudfoundry-community/${name}-release?v=${version}`);
  }
}

function serve(home: Home, file: string, path: string): void {
  const target = join(home.internet, path);
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { force: true });
  symlinkSync(resolve(file), target);
}

async function readManifest<T>(file: string, kind: 'stemcell' | 'release', parse: (document: SourceDocument) => T): Promise<T> {
  let text: string | undefined;
  await readEntries(file, kind, async (entry) => {
    if (entry.path !== `${kind}.MF`) return;
    const chunks: Buffer[] = [];
    for await (const chunk of entry.body) chunks.push(chunk as Buffer);
    text = Buffer.concat(chunks).toString('utf8');
  });
  if (text === undefined) throw fail('UnreadableFile', `'${file}' is no ${kind}: it has no ${kind}.MF`, { where: { document: file } });
  return parse(parseYaml(text, `${file}: ${kind}.MF`));
}
