import type { JsonObject } from '@bosh6/base';
import { emitYaml } from '../yaml/emit-yaml.js';
import { digestFile } from './digest.js';
import type { Digests } from './types.js';
import { writeArchive } from './write-archive.js';

export interface StemcellRecipe {
  name: string;
  version: string;
  operatingSystem: string;
  apiVersion: number;
  stemcellFormats: string[];
  cloudProperties: JsonObject;
  /** Path of the image file. */
  image: string;
}

/** Writes a stemcell tarball; the same recipe and image give the same bytes. */
export async function createStemcell(recipe: StemcellRecipe, path: string): Promise<{ path: string } & Digests> {
  const { sha1 } = await digestFile(recipe.image);
  const manifest = emitYaml({
    name: recipe.name,
    version: recipe.version,
    bosh_protocol: '1',
    api_version: recipe.apiVersion,
    sha1,
    operating_system: recipe.operatingSystem,
    stemcell_formats: recipe.stemcellFormats,
    cloud_properties: recipe.cloudProperties,
  });
  const digests = await writeArchive(path, [
    { path: 'stemcell.MF', text: manifest },
    { path: 'image', file: recipe.image, mode: 0o644 },
  ]);
  return { path, ...digests };
}
