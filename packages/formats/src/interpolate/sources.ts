import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { IpAddress } from '@bosh6/ip';
import { fail } from '../errors.js';
import { kindOf } from '../shape/check-shape.js';
import { setKey } from '../yaml/node-value.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { childPointer } from '../yaml/pointer.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { VariableSource } from './types.js';

/** `-v NAME=VALUE`: the value is read as YAML, a plain string kept as it is; a name with dots makes nested maps. */
export function variableFlag(flag: string): VariableSource {
  const [name, text] = split(flag, '-v');
  return { name: `-v ${name}`, values: nested(name, valueOfText(text, `-v ${name}`)) };
}

/** `--var-file NAME=PATH`, once the file is read. */
export function variableFile(flag: string, text: string): VariableSource {
  const [name, path] = split(flag, '--var-file');
  return { name: path, values: nested(name, text) };
}

/** `-l PATH`: a map of variables; an empty file has none. */
export function variablesFile(document: SourceDocument): VariableSource {
  const { value, name } = document;
  if (value !== null && !isJsonObject(value)) {
    throw fail('InvalidVarFlag', `vars file '${name}' must be a map, but is ${kindOf(value)}`, {
      where: { document: name },
      hint: 'one variable a line, NAME: VALUE',
    });
  }
  return { name, values: value ?? {}, locate: (pointer) => document.locate(pointer) };
}

/** `--vars-env PREFIX`: `PREFIX_name=value`, each value read as YAML. */
export function variablesEnvironment(prefix: string, environment: Readonly<Record<string, string | undefined>>): VariableSource {
  const values: JsonObject = {};
  for (const [key, text] of Object.entries(environment)) {
    if (text !== undefined && key.startsWith(`${prefix}_`) && key.length > prefix.length + 1) {
      setKey(values, key.slice(prefix.length + 1), valueOfText(text, `environment variable ${key}`));
    }
  }
  return { name: `--vars-env ${prefix}`, values };
}

function split(flag: string, option: string): [string, string] {
  const equals = flag.indexOf('=');
  if (equals < 1) throw fail('InvalidVarFlag', `${option} needs NAME=VALUE`);
  return [flag.slice(0, equals), flag.slice(equals + 1)];
}

// Text that YAML would only mangle (line ends, comments) stays as typed.
function valueOfText(text: string, name: string): Json {
  // `-v gateway=2001:db8::` would be a map with the key `2001:db8:`.
  if (IpAddress.tryParse(text.trim()) !== undefined) return text.trim();
  const { value } = parseYaml(text, name, { dialect: 'go' });
  return typeof value === 'string' && !/^\s*["'|>]/.test(text) ? text : value;
}

function nested(name: string, value: Json): JsonObject {
  const parts = name.split('.');
  const result: JsonObject = {};
  setKey(
    result,
    parts[0] ?? name,
    parts.slice(1).reduceRight((inner, part): Json => ({ [part]: inner }), value),
  );
  return result;
}

/** Pointer of a variable in its source. */
export function variablePointer(name: string, keys: readonly string[]): string {
  return keys.reduce((pointer, key) => childPointer(pointer, key), childPointer('', name));
}
