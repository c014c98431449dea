import { CodedError, isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { type CpiErrorCode, cpiError } from '@bosh6/cpi-protocol';
import type { z } from 'zod';

export interface PropertiesOf<T> {
  /** Every key that this CPI acts on. */
  schema: z.ZodType<T>;
  /** Keys of the original that this CPI lacks, each with what to do instead. */
  refused?: Record<string, string>;
}

/**
 * Reads properties strictly: a key that is not known, or known and not supported, is an error that names it. `what` says whose properties they are.
 * A key with the value null counts as not given, and so does one that is not supported with the value false: it asks for nothing.
 */
export function readProperties<T>(
  { schema, refused = {} }: PropertiesOf<T>,
  given: Json | undefined,
  what: string,
  code: CpiErrorCode = 'CpiError',
): T {
  if (!isJsonObject(given)) throw cpiError(code, `${what} must be a map`);
  const value = withoutNulls(given);
  const asked = Object.fromEntries(Object.entries(value).filter(([key, item]) => item !== false || !Object.hasOwn(refused, key)));
  for (const [key, hint] of Object.entries(refused))
    if (Object.hasOwn(asked, key))
      throw cpiError(code, `${what}: '${key}' is not supported by this CPI`, { hint, where: { pointer: `/${key}` } });
  let parsed: ReturnType<typeof schema.safeParse>;
  try {
    parsed = schema.safeParse(asked);
  } catch (error) {
    if (CodedError.is(error)) throw error;
    throw cpiError(code, `${what}: ${String(error)}`, { cause: error });
  }
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String) ?? [];
  const at = path.length === 0 ? what : `${what}: '${path.join('.')}'`;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const text = keys.length > 0 ? `${at}: '${keys.join("', '")}' is not a key that this CPI knows` : `${at}: ${issue?.message}`;
  throw cpiError(code, text, { cause: parsed.error, where: { pointer: `/${[...path, ...keys.slice(0, 1)].join('/')}` } });
}

function withoutNulls(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null)) as JsonObject;
}
