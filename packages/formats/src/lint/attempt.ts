import { CodedError } from '@bosh6/base';

/** What work gives, or the coded error that it throws. */
export function attempt<T>(work: () => T): { value: T } | { error: CodedError } {
  try {
    return { value: work() };
  } catch (error) {
    if (CodedError.is(error)) return { error };
    throw error;
  }
}
