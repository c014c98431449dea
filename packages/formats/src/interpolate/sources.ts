import { fail } from '../errors.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { VariableSource } from './types.js';

/** `-v NAME=VALUE`: the value is read as YAML; a name with dots makes nested maps. */
export function variableFlag(flag: string): VariableSource {
  throw fail('InvalidVarFlag', flag);
}

/** `--var-file NAME=PATH`, once the file is read. */
export function variableFile(flag: string, _text: string): VariableSource {
  throw fail('InvalidVarFlag', flag);
}

/** `-l PATH`: a map of variables. */
export function variablesFile(document: SourceDocument): VariableSource {
  throw fail('InvalidVarFlag', document.name);
}

/** `--vars-env PREFIX`: `PREFIX_name=value`, each value read as YAML. */
export function variablesEnvironment(prefix: string, _environment: Readonly<Record<string, string | undefined>>): VariableSource {
  throw fail('InvalidVarFlag', prefix);
}
