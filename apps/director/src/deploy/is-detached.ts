import { CodedError } from '@bosh6/base';

/** What a CPI says of a disk that is not there to be detached. */
const needless = ['DiskNotAttached', 'VMNotFound', 'DiskNotFound'];

/** Whether detaching failed only because there is nothing to detach. */
export function isDetached(error: unknown): boolean {
  return needless.some((code) => CodedError.is(error, code));
}
