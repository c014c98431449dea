import type { DiskCid } from '@bosh6/cpi-protocol';
import type { Scope } from '../engine/scope.js';
import type { DiskRow } from '../persistence/rows/index.js';

/** False only when the disk's CPI says so; several cannot tell. */
export async function hasDisk(scope: Scope, { cid, cpi }: Pick<DiskRow, 'cid' | 'cpi'>): Promise<boolean> {
  try {
    return await scope.cpi(cpi).call('hasDisk', [cid as DiskCid]);
  } catch (error) {
    scope.task.throwIfCancelled();
    scope.task.debug(`whether disk ${cid} is still there is not known: ${String(error)}`);
    return true;
  }
}
