import { isJsonObject, type JsonObject } from '@bosh6/base';
import { fail } from './errors.js';

/** An object of the config, and where it stands. */
export interface Node {
  value: Record<string, unknown>;
  pointer: string;
}

/** RFC 6901 pointer to a member. */
export function child(pointer: string, key: string | number): string {
  const token = typeof key === 'number' ? key : key.replaceAll('~', '~0').replaceAll('/', '~1');
  return `${pointer}/${token}`;
}

export function wrongType(pointer: string, expected: string, value: unknown): Error {
  return notOf(pointer, expected, shown(value));
}

function notOf(pointer: string, expected: string, found: string): Error {
  return fail('ValueWrongType', `${keyOf(pointer)} must be ${expected}, not ${found}`, { where: { pointer } });
}

/** A key by its name, an item of a list by its list and place: the numbers before it say nothing where several configs are read as one. */
function keyOf(pointer: string): string {
  return `'${/[^/]+(\/\d+)?$/.exec(pointer)?.[0] ?? pointer}'`;
}

/** A value as a message has it: itself where it is short, else what it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > 80 ? 'a long string' : `'${value}'`;
  return typeof value === 'object' ? kindOf(value) : String(value);
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}

export function asNode(value: unknown, pointer: string): Node {
  if (!isJsonObject(value)) throw wrongType(pointer, 'a mapping', value);
  return { value, pointer };
}

export function asArray(value: unknown, pointer: string): unknown[] {
  if (!Array.isArray(value)) throw wrongType(pointer, 'an array', value);
  return value;
}

export function has(node: Node, key: string): boolean {
  return node.value[key] !== undefined;
}

/** Throws 40001 when the key is not there. */
export function required(node: Node, key: string): unknown {
  const value = node.value[key];
  if (value === undefined) {
    throw fail('PropertyMissing', `'${key}' is missing`, { where: { pointer: node.pointer }, hint: `add '${key}' here` });
  }
  return value;
}

/** A string; numbers become one, as BOSH has it. */
export function asText(value: unknown, pointer: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw wrongType(pointer, 'a string', value);
}

export function requiredText(node: Node, key: string): string {
  return asText(required(node, key), child(node.pointer, key));
}

export function optionalFlag(node: Node, key: string): boolean {
  const value = node.value[key] ?? false;
  if (typeof value !== 'boolean') throw wrongType(child(node.pointer, key), 'true or false', value);
  return value;
}

export function optionalObject(node: Node, key: string): JsonObject {
  const value = node.value[key] ?? {};
  // For the IaaS alone, and may be a secret.
  if (!isJsonObject(value)) throw notOf(child(node.pointer, key), 'a mapping', kindOf(value));
  return value as JsonObject;
}
