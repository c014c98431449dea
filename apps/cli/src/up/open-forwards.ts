import { CodedError } from '@bosh6/base';
import type { LabHandle } from '@bosh6/lab';
import { fail } from '../errors.js';
import type { Forward } from './forward.js';

/** Opens what a running lab does not forward yet, and tells what came new. Errors: PortTaken. */
export async function openForwards(lab: Pick<LabHandle, 'forward' | 'status'>, wanted: readonly Forward[]): Promise<Forward[]> {
  const { forwards } = await lab.status();
  const opened: Forward[] = [];
  for (const forward of wanted) {
    const { port, to } = forward;
    const sameTarget = forwards.filter((one) => one.to.address === to.address && one.to.port === to.port);
    if (sameTarget.some((one) => port === 0 || one.port === port)) continue;
    const taken = forwards.find((one) => port !== 0 && one.port === port);
    if (taken !== undefined) {
      throw fail('PortTaken', `this lab leads port ${port} to port ${taken.to.port} of ${taken.to.address} already`, {
        hint: 'choose another port, or 0 for a free one',
      });
    }
    opened.push(await namingFlags(() => lab.forward({ port, to })));
  }
  return opened;
}

/** Runs `work`; of a port that is in use it says which flags choose another. Errors: PortTaken. */
export async function namingFlags<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!CodedError.is(cause, 'LabForwardPortInUse')) throw cause;
    throw fail('PortTaken', cause.message, { cause });
  }
}
