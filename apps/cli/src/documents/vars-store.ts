import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { isJsonObject, type Json, type JsonObject, realWorld } from '@bosh6/base';
import { emitYaml, type VariableStore } from '@bosh6/formats';
import { fail } from '../errors.js';
import { reasons } from '../output/system-reasons.js';
import { readYaml } from './read-document.js';

/** What the stock CLI's certificates have where the definition says nothing (CLI reference 4.7). */
const certificateDefaults = { key_length: 3072, organization: 'Cloud Foundry', country: 'US' };

/**
 * A `--vars-store` file: gives what it holds, and keeps there what it makes for typed variables, each at once, readable by its owner only.
 * Errors: NotAVarsStore, UnreadableFile, UnwritableFile, VariableUnsupported.
 */
export function openStore(path: string, { generates = true } = {}): VariableStore {
  const document = existsSync(path) ? readYaml(path) : undefined;
  const value: Json = document?.value ?? {};
  if (!isJsonObject(value)) throw fail('NotAVarsStore', `'${path}' is no map of variables`, { where: { document: path, line: 1 } });
  const variables = new Map(Object.entries(value));
  const known: VariableStore = {
    get: (name) => variables.get(name),
    names: () => [...variables.keys()],
  };
  if (!generates) return known;
  return {
    ...known,
    generate: async (name, type, given, lookUp) => {
      // Few commands make any, and what makes them takes long to load.
      const { generateVariable } = await import('@bosh6/credentials');
      const options = type === 'certificate' ? { ...certificateDefaults, ...given } : given;
      const made = await generateVariable({ name, type, options, pointer: '' }, lookUp, realWorld());
      variables.set(name, made);
      save(path, Object.fromEntries(variables));
      return made;
    },
  };
}

/** Whole or not at all. */
function save(path: string, variables: JsonObject): void {
  const fresh = `${path}.${process.pid}`;
  try {
    writeFileSync(fresh, emitYaml(variables), { mode: 0o600 });
    renameSync(fresh, path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw fail('UnwritableFile', `'${path}' cannot be written: ${reasons[code ?? ''] ?? message}`, {
      cause: error,
      where: { document: path },
    });
  }
}
