import { CodedError } from '@bosh6/base';

/** Deletes; an error is none when the object is gone afterwards (as bosh-cli). */
export async function deleteGone(remove: () => Promise<unknown>, isGone: () => Promise<boolean>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    const refused = CodedError.is(error, 'DirectorRefused') && error.details?.status !== 401;
    if (!(refused || CodedError.is(error, 'TaskFailed')) || !(await isGone())) throw error;
  }
}
