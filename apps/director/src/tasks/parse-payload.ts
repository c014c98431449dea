import type { z } from 'zod';
import { fail } from '../errors.js';

/** Reads a task's payload as stored; a mismatch is our own fault. */
export function parsePayload<T>(schema: z.ZodType<T>, payload: unknown): T {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw fail('PayloadInvalid', `a task's payload cannot be read: ${parsed.error.issues[0]?.message ?? 'invalid'}`);
}
