import { fail } from '../errors.js';

/** The lines of a task's result. */
export const resultLines = (result: string): string[] => result.split('\n').filter((line) => line.trim() !== '');

/** A result that is one JSON value, or a line of one. Errors: UnreadableResult. */
export function parseResult(text: string, what = 'a line of the result'): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw fail('UnreadableResult', `${what} is not JSON`, { cause });
  }
}
