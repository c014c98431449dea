import { CodedError } from '@bosh6/base';

/** Whether the error leaves open if what was written is there: the database was lost at the commit. */
export function isUnknown(error: unknown): boolean {
  return CodedError.is(error, 'DatabaseConnectionLost');
}
