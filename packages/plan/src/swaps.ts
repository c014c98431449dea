import type { GroupNetwork } from '@bosh6/ipam';
import { changesOf } from './changes.js';
import { actionOf } from './decide.js';
import type { Placement } from './placement.js';

/** Two VMs of one instance can live at the same time only where none of their addresses is fixed. */
export function canSwap(networks: readonly GroupNetwork[]): boolean {
  return networks.every(({ network, staticIps }) => network.type !== 'vip' && staticIps === undefined);
}

/** UUIDs of the instances whose VM is to be replaced by one beside it. A VM that is gone or silent serves nobody, and is replaced as everywhere. */
export function swappedInstances({ groups, instances, trustedCerts }: Placement): Set<string> {
  const swapping = new Map(groups.filter(({ swaps }) => swaps).map((group) => [group.name, group]));
  const swapped = instances.filter((placed) => {
    const group = swapping.get(placed.group);
    const { vm, ignore } = placed.existing ?? {};
    if (group === undefined || vm === undefined || ignore || vm.jobState === 'unresponsive' || vm.jobState === 'gone') return false;
    // Neither packages nor templates, which are not known yet, make a new VM.
    return actionOf(placed, changesOf(placed, group, { packages: [], trustedCerts })) === 'recreate';
  });
  return new Set(swapped.map(({ uuid }) => uuid));
}
