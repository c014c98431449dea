import type { z } from 'zod';

/** What is wrong with a part of a request, and what it may be. Numbers and choices are told as they came; other values may be secret. */
export function issueWords(issue: z.core.$ZodIssue, request: unknown): string {
  const given = valueAt(request, issue.path);
  const is = given === undefined ? 'is missing' : `is ${JSON.stringify(given)}`;
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'number' || issue.expected === 'int') return `${is}, and must be a whole number`;
      return given === undefined ? is : `must be ${names[issue.expected] ?? issue.expected}`;
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return 'is empty';
      return `${is}, and must be at least ${issue.minimum}`;
    case 'too_big':
      return `${is}, and must be at most ${issue.maximum}`;
    case 'invalid_value':
      return `${is}, and must be ${issue.values.map((each) => JSON.stringify(each)).join(' or ')}`;
    default:
      return issue.message;
  }
}

const names: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  boolean: 'true or false',
};

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (at === null || typeof at !== 'object' ? undefined : (at as Record<PropertyKey, unknown>)[key]),
    value,
  );
}
