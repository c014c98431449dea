import { comparable } from './changes.js';
import { envHashes } from './env-hashes.js';
import { sameJson } from './equal.js';
import type { PlacedGroup, PlacedInstance } from './placement.js';
import type { VmSnapshot } from './snapshot.js';

/** Whether a VM that an earlier deploy left is what this one would make, and its agent answers. */
export function spareServes(
  spare: VmSnapshot,
  group: PlacedGroup,
  wanted: Pick<PlacedInstance, 'cloudProperties' | 'stemcell' | 'networks'>,
): boolean {
  const { name, version } = wanted.stemcell;
  return (
    spare.jobState !== 'unresponsive' &&
    spare.jobState !== 'gone' &&
    sameJson(spare.stemcell, { name, version }) &&
    sameJson(spare.cloudProperties, wanted.cloudProperties) &&
    sameJson(spare.envHashes, envHashes(group.env)) &&
    sameJson(comparable(spare.asked ?? spare.networks), comparable(wanted.networks))
  );
}
