import { CodedError } from '@bosh6/base';
import { type CreateMethod, isCpiErrorCode } from '@bosh6/cpi-protocol';
import type { CpiSession } from './cpi-session.js';

/**
 * After a create call that failed: whether nothing is left of it. A CPI that answers leaves nothing; one that died, or that may succeed another time because it
 * lost the infrastructure on the way, is asked to delete what the call made. What one that died and cannot do that had made, nobody knows.
 */
export async function takeBack(session: CpiSession, method: CreateMethod, requestId: string, why: unknown): Promise<boolean> {
  const hasAnswered = CodedError.is(why) && isCpiErrorCode(why.code);
  if (hasAnswered && !why.retryable) return true;
  try {
    const { capabilities } = await session.info();
    if (capabilities?.undo_create !== true) return hasAnswered;
    await session.call('undoCreate', [method, requestId]);
    return true;
  } catch {
    // the CPI log has it
    return false;
  }
}
