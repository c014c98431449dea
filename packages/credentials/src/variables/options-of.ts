import type { z } from 'zod';
import { fail } from '../errors.js';
import type { Definition } from './generate-variable.js';

/** The options of a variable in the shape that its type has. Throws 540005 with the place of the one that is wrong. */
export function optionsOf<T extends z.ZodType>({ name, options, pointer }: Definition, schema: T): z.output<T> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).map((part) => `/${String(part)}`).join('');
  throw fail('VariableUnsupported', `variable '${name}' cannot have such options: '${path.slice(1)}': ${issue?.message ?? 'invalid'}`, {
    where: { pointer: `${pointer}/options${path}` },
  });
}
