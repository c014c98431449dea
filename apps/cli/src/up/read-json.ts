import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A JSON file of a person's. What is wrong with it, in words, is thrown as `failure` has it. */
export function readJson<T>(file: string, schema: z.ZodType<T>, failure: (why: string, cause: unknown) => Error): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw failure(cause instanceof z.ZodError ? issueText(cause.issues[0]) : (cause as Error).message, cause);
  }
}

function issueText(issue: z.core.$ZodIssue | undefined): string {
  const path = issue?.path.join('.') ?? '';
  return `${path === '' ? '' : `${path}: `}${issue?.message}`;
}
