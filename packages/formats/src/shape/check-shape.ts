import { type CodedError, isJsonObject } from '@bosh6/base';
import type { z } from 'zod';
import { fail } from '../errors.js';
import { childPointer } from '../yaml/pointer.js';

const nouns: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  int: 'an integer',
  boolean: 'true or false',
  object: 'a map',
  record: 'a map',
  array: 'a list',
};

/** What a value is, in words; never the value itself, which may be a secret. */
export function kindOf(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return 'a list';
  if (isJsonObject(value)) return 'a map';
  return nouns[typeof value] ?? typeof value;
}

/** Parses one object by its schema; the first thing wrong is thrown with BOSH's number (40000 to 40005) and its pointer. */
export function checkShape<S extends z.ZodType>(schema: S, value: unknown, pointer: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw shapeError(result.error.issues[0] as z.core.$ZodIssue, value, pointer);
}

/** Everything that is wrong with a value's shape, each with BOSH's number and its pointer. */
export function shapeErrors(schema: z.ZodType, value: unknown): CodedError[] {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.map((issue) => shapeError(issue, value, ''));
}

function shapeError(issue: z.core.$ZodIssue, root: unknown, base: string): CodedError {
  const pointer = issue.path.reduce<string>((at, key) => childPointer(at, String(key)), base);
  const found = issue.path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), root);
  const name = nameOf(pointer);
  const where = { pointer };
  if (found === undefined) return fail('MissingProperty', `required property '${name}' is missing`, { where });
  switch (issue.code) {
    case 'too_small':
      return fail('BelowMinimum', `'${name}' must be at least ${issue.minimum}`, { where });
    case 'too_big':
      return fail('AboveMaximum', `'${name}' must be at most ${issue.maximum}`, { where });
    case 'invalid_value':
      return fail('InvalidValue', `'${name}' must be one of ${issue.values.map((value) => `'${String(value)}'`).join(', ')}`, { where });
    case 'invalid_format':
    case 'custom':
      return fail('InvalidValue', `'${name}' ${issue.message}`, { where });
    default:
      return fail('InvalidType', `'${name}' must be ${expectedOf(issue)}, but is ${kindOf(found)}`, {
        where,
        ...hintFor(issue, found),
      });
  }
}

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return nouns[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_union') {
    const kinds = issue.errors.flatMap((branch) => branch.map(expectedOf));
    // A text takes a number too, but nobody needs to be told.
    return kinds.includes('a string') ? 'a string' : [...new Set(kinds)].join(' or ');
  }
  return 'of another type';
}

/** A key by its name, an item of a list by its list and place. */
function nameOf(pointer: string): string {
  return /[^/]+(\/\d+)?$/.exec(pointer)?.[0] ?? 'document';
}

function hintFor(issue: z.core.$ZodIssue, found: unknown): { hint?: string } {
  if (found === null) return { hint: 'give it a value, or leave the key out' };
  const isNumber = issue.code === 'invalid_type' && ['number', 'int'].includes(issue.expected);
  return isNumber && typeof found === 'string' && /^\d+$/.test(found) ? { hint: 'write it without quotes' } : {};
}
