import { isJsonObject } from '@bosh6/base';
import type { z } from 'zod';
import { fail } from '../errors.js';

/** Parses a body whose fields BOSH checks one by one: 40001 for one that is missing, 40002 too small or short, 40003 too large or long, 40000 else. */
export function parseFields<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  const name = path.map(String).join('/');
  const where = { where: { document: 'request', pointer: path.map((part) => `/${String(part)}`).join('') } };
  if (path.length === 0) throw fail('RequestInvalid', 'the body is not a JSON object', where);
  const what = `'${name}': ${issue?.message ?? 'invalid'}`;
  if (isJsonObject(body as never) && path.length === 1 && !Object.hasOwn(body as object, String(path[0])))
    throw fail('FieldMissing', `'${name}' is missing`, where);
  if (issue?.code === 'too_small') throw fail('FieldTooSmall', what, where);
  if (issue?.code === 'too_big') throw fail('FieldTooLarge', what, where);
  throw fail('RequestInvalid', what, where);
}
