import { CodedError } from '@bosh6/base';
import type { DiskCid } from '@bosh6/cpi-protocol';
import type { Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';

/** Deletes a detached disk for good. A disk that is gone already is fine. */
export async function deleteDiskByCid(
  scope: Scope,
  cpi: string,
  cid: string,
  of: { deployment?: string; instance?: string } = {},
): Promise<void> {
  await recordAround(scope, { action: 'delete', objectType: 'disk', objectName: cid, ...of }, async () => {
    try {
      await scope.cpi(cpi).call('deleteDisk', [cid as DiskCid]);
    } catch (error) {
      if (!CodedError.is(error, 'DiskNotFound')) throw error;
    }
  });
}
