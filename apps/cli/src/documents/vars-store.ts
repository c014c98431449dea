import { existsSync } from 'node:fs';
import { isJsonObject, type Json } from '@bosh6/base';
import type { VariableStore } from '@bosh6/formats';
import { readYaml } from './read-document.js';

/** A `--vars-store` file, read only: it gives what it holds. */
export function readStore(path: string): VariableStore {
  const value: Json = existsSync(path) ? readYaml(path).value : {};
  const variables = isJsonObject(value) ? value : {};
  return { get: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined), names: () => Object.keys(variables) };
}
