import { readFile } from 'node:fs/promises';
import { isJsonObject, type JsonObject } from '@bosh6/base';
import { parseYaml, type SourceDocument } from '@bosh6/formats';
import { fail } from './errors.js';
import { isMissing } from './place.js';

/** A file's text, or undefined when there is none. */
export async function readTextFile(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A YAML file of a release directory, named by its path; undefined when there is none. */
export async function readYamlFile(path: string): Promise<SourceDocument | undefined> {
  const text = await readTextFile(path);
  // Ruby once wrote `!binary` where `!!binary` is meant.
  return text === undefined ? undefined : parseYaml(text.replaceAll(' !binary ', ' !!binary '), path, { dialect: 'go' });
}

/** A YAML file that is a map; no file and an empty one are an empty map. Throws `InvalidReleaseDirectory`. */
export async function readMap(path: string): Promise<JsonObject> {
  const value = (await readYamlFile(path))?.value ?? {};
  if (!isJsonObject(value)) throw fail('InvalidReleaseDirectory', `'${path}' must be a map`, { where: { document: path } });
  return value;
}
