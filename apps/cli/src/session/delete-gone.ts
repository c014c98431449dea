import { CodedError } from '@bosh6/base';

/** As BOSH numbers them: what is in use is not gone, though it is on no list of what can be deleted. */
const inUse: readonly number[] = [520000];

/** Deletes; an error is none when the object is gone afterwards (as bosh-cli, which takes one in use for gone, too). */
export async function deleteGone(remove: () => Promise<unknown>, isGone: () => Promise<boolean>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    const refused = CodedError.is(error, 'DirectorRefused') && error.details?.status !== 401;
    if (!(refused || CodedError.is(error, 'TaskFailed')) || inUse.includes(error.number ?? 0) || !(await isGone())) throw error;
  }
}
