import { join } from 'node:path';
import { isJsonObject, type JsonObject } from '@bosh6/base';
import { fail } from './errors.js';
import { checkName } from './place.js';
import { readMap } from './read-text-file.js';

/** `config/final.yml`, with what `config/private.yml` adds to the blobstore's options. */
export interface ReleaseConfig {
  name: string | undefined;
  blobstore: { provider: string; options: JsonObject } | undefined;
  /** Release tarballs are plain tars. */
  noCompression: boolean;
}

/** Throws `InvalidReleaseDirectory`, `InvalidName`. */
export async function readConfig(directory: string): Promise<ReleaseConfig> {
  const path = join(directory, 'config', 'final.yml');
  const final = await readMap(path);
  const own = await readMap(join(directory, 'config', 'private.yml'));
  if (isNamed(final.name) && isNamed(final.final_name))
    throw fail('InvalidReleaseDirectory', `'${path}' has both 'name' and 'final_name'`, { where: { document: path }, hint: 'keep one' });
  const name = isNamed(final.name) ? final.name : final.final_name;
  const { blobstore } = final;
  return {
    name: isNamed(name) ? checkName(String(name), 'release') : undefined,
    blobstore:
      isJsonObject(blobstore) && typeof blobstore.provider === 'string' && blobstore.provider !== ''
        ? { provider: blobstore.provider, options: { ...optionsOf(blobstore), ...optionsOf(own.blobstore) } }
        : undefined,
    noCompression: final.no_compression === true,
  };
}

/** The name that releases of this directory have. Throws `InvalidReleaseDirectory` where there is none. */
export function nameOf(config: ReleaseConfig, directory: string): string {
  if (config.name !== undefined) return config.name;
  throw fail('InvalidReleaseDirectory', `'${join(directory, 'config', 'final.yml')}' has no 'name'`, {
    where: { document: join(directory, 'config', 'final.yml') },
    hint: 'is this a release directory? `init-release` makes one; --dir names another',
  });
}

const isNamed = (value: unknown): boolean => (typeof value === 'string' && value !== '') || typeof value === 'number';
const optionsOf = (value: unknown): JsonObject => (isJsonObject(value) && isJsonObject(value.options) ? value.options : {});
