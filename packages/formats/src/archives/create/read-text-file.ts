import { readFile } from 'node:fs/promises';
import { parseYaml } from '../../yaml/parse-yaml.js';
import type { SourceDocument } from '../../yaml/source-document.js';

/** A file's text, or undefined when there is none. */
export async function readTextFile(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A YAML file of a release directory, named by its path; undefined when there is none. */
export async function readYamlFile(path: string): Promise<SourceDocument | undefined> {
  const text = await readTextFile(path);
  return text === undefined ? undefined : parseYaml(text, path, { dialect: 'go' });
}
