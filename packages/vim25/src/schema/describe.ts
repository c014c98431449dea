import type { TypeDefinition } from './define.js';
import { enums } from './enums.js';
import { type Field, parseFields } from './field.js';
import { types } from './tables.js';

/** A type as the codec uses it. */
export interface Described {
  readonly name: string;
  /** Inherited ones first: the order in which the server reads them. */
  readonly fields: readonly Field[];
  readonly byName: ReadonlyMap<string, Field>;
  readonly abstract: boolean;
  /** Itself and all that it extends. */
  readonly ancestors: ReadonlySet<string>;
}

const described = new Map<string, Described>();
const table: Readonly<Record<string, TypeDefinition>> = types;

/** The type of a name, or undefined where the tables do not have it. */
export function describeType(name: string): Described | undefined {
  const known = described.get(name);
  if (known !== undefined) return known;
  const definition = Object.hasOwn(table, name) ? table[name] : undefined;
  if (definition === undefined) return undefined;
  const parent = definition.extends === undefined ? undefined : describeType(definition.extends);
  const fields = [...(parent?.fields ?? []), ...parseFields(definition.fields)];
  const made: Described = {
    name,
    fields,
    byName: new Map(fields.map((field) => [field.name, field])),
    abstract: definition.abstract === true,
    ancestors: new Set([name, ...(parent?.ancestors ?? [])]),
  };
  described.set(name, made);
  return made;
}

export function isEnum(name: string): boolean {
  return Object.hasOwn(enums, name);
}
