import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@bosh6/base';
import type { Scope } from '../engine/scope.js';
import type { DynamicDiskRow } from '../persistence/rows/index.js';

/** Tells the CPI what somebody wants to know of a disk, with whose it is; what it was told before it is not told again. */
export async function tellMetadata(
  scope: Scope,
  { id, cid, cpi, metadata: known }: DynamicDiskRow,
  deployment: string,
  metadata: JsonObject | undefined,
): Promise<void> {
  if (metadata === undefined || isDeepStrictEqual(metadata, known)) return;
  const { store, config } = scope.collaborators;
  await scope.cpi(cpi).tell('setDiskMetadata', cid, { ...metadata, director: config.name, deployment });
  await store.write((tx) => tx.dynamicDisks.update({ id }, { metadata }));
}
