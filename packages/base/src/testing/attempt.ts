import { CodedError } from '../coded-error.js';

/** What a parser made of its input: a value, or an error with a code. */
export type Attempt<T> = { value: T } | { error: CodedError };

/** Runs a parser on input that a test made up. Any error without a code is thrown on, and so is word of a prototype that the input has changed. */
export function attempt<T>(work: () => T): Attempt<T> {
  try {
    return { value: work() };
  } catch (error) {
    return refused(error);
  } finally {
    checkPrototypes();
  }
}

/** As `attempt`, for what takes time. */
export async function attemptAsync<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return refused(error);
  } finally {
    checkPrototypes();
  }
}

function refused(error: unknown): { error: CodedError } {
  if (CodedError.is(error) && typeof error.code === 'string') return { error };
  throw error;
}

function checkPrototypes(): void {
  if ('polluted' in {} || 'polluted' in []) throw new Error('the input has reached a prototype');
}
