import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { emitYaml } from '@bosh6/formats';
import { initRepository } from './git-state.js';
import { checkName, placeInside } from './place.js';
import { readTextFile } from './read-text-file.js';
import { writeWhole } from './write-whole.js';

const ignored = [
  'config/private.yml',
  'blobs',
  'dev_releases',
  'releases/*.tgz',
  'releases/**/*.tgz',
  '.dev_builds',
  '.final_builds/jobs/**/*.tgz',
  '.final_builds/packages/**/*.tgz',
  '.DS_Store',
  '.idea',
  '*.swp',
  '*~',
  '*#',
  '#*',
];

/**
 * `init-release`: makes a release directory, named like it without `-release`. Files that are there already stay: the original would empty
 * the list of blobs.
 */
export async function initRelease(releaseDir: string, options: { git?: boolean } = {}): Promise<void> {
  const directory = resolve(releaseDir);
  const name = checkName(basename(directory).replace(/-release$/, ''), 'release');
  for (const folder of ['jobs', 'packages', 'src']) await mkdir(join(directory, folder), { recursive: true });
  await writeWhereMissing(directory, 'config/final.yml', emitYaml({ name }, { like: 'go' }));
  await writeWhereMissing(directory, 'config/blobs.yml', '--- {}\n');
  if (options.git !== true) return;
  await initRepository(directory);
  await writeWhereMissing(directory, '.gitignore', `${ignored.join('\n')}\n`);
}

async function writeWhereMissing(directory: string, path: string, text: string): Promise<void> {
  const file = await placeInside(directory, path);
  if ((await readTextFile(file)) === undefined) await writeWhole(file, text);
}
