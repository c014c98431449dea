import type { z } from 'zod';
import { fail } from '../errors.js';
import { issueWords } from './issue-words.js';

/** Parses a query or a body with the contract's schema. Throws `RequestInvalid`, or the error that `refuse` makes. */
export function parse<T extends z.ZodType>(schema: T, value: unknown, refuse?: (what: string) => Error): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const pointer = (issue?.path ?? []).map((part) => `/${String(part)}`).join('');
  const what = `${pointer === '' ? 'the request' : `'${pointer.slice(1)}'`} ${issue === undefined ? 'cannot be read' : issueWords(issue, value)}`;
  throw refuse?.(what) ?? fail('RequestInvalid', what, { where: { document: 'request', pointer } });
}

/** BOSH's boolean query parameters: only the text `true` is true. */
export function isTrue(value: unknown): boolean {
  return value === 'true';
}

/** `2026-01-02 03:04:05 UTC`. */
export function rubyTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `2026-01-02T03:04:05Z`. */
export function isoTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
