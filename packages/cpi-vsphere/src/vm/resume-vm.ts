import { CodedError } from '@bosh6/base';
import { type CpiNetworks, type CreatedVm, cpiError, type VmCid } from '@bosh6/cpi-protocol';
import { IpAddress } from '@bosh6/ip';
import type { Ref } from '@bosh6/vim25';
import { findByPath } from '../inventory/find-by-path.js';
import { folderNames } from '../inventory/folders.js';
import { isGone, thisMaker } from '../maker.js';
import type { Vcenter } from '../vcenter.js';
import { destroyVm } from './destroy-vm.js';
import { marks } from './extra-config.js';
import { readMadeVm } from './made-vm.js';
import { powerOn } from './power.js';

/** How long another process may take over one VM. */
const longestMs = 30 * 60_000;

/**
 * The VM of this name when an earlier call made it, or makes it now. `undefined` when there is none; what a call left that ended half-way is removed.
 * Call it in a flight of that name.
 */
export async function resumeVm(vcenter: Vcenter, cid: string, directorUuid: string, asked: CpiNetworks): Promise<CreatedVm | undefined> {
  const { world } = vcenter;
  const until = world.monotonic() + longestMs;
  for (let pause = 100; ; pause = Math.min(pause * 2, 5000)) {
    const ref = await findByPath(vcenter, 'vm', ...folderNames(vcenter, 'vm_folder', directorUuid), cid);
    if (ref?.type !== 'VirtualMachine') return undefined;
    const state = await stateOf(vcenter, cid, ref as Ref<'VirtualMachine'>);
    if (state === 'gone') return undefined;
    if (state !== 'being made') {
      if (!sameAddresses(state.networks, asked))
        throw cpiError('VMCreationFailed', `VM '${cid}' is already there, with other networks than those asked for`, {
          where: { object: `VM ${cid}` },
        });
      return state;
    }
    if (world.monotonic() > until)
      throw cpiError('VMCreationFailed', `VM '${cid}' has been in the making for half an hour`, { okToRetry: true });
    await world.sleep(pause);
  }
}

async function stateOf(vcenter: Vcenter, cid: string, ref: Ref<'VirtualMachine'>): Promise<CreatedVm | 'being made' | 'gone'> {
  try {
    const vm = await readMadeVm(vcenter, cid, ref);
    const maker = vm.extraConfig.get(marks.maker) ?? '';
    const isAbandoned = maker === thisMaker() || isGone(maker);
    if (vm.networks !== undefined) {
      if (!vm.poweredOn && !isAbandoned) return 'being made';
      if (!vm.poweredOn) await powerOn(vcenter, cid, ref);
      return { cid: cid as VmCid, networks: vm.networks };
    }
    if (!isAbandoned) return 'being made';
    await destroyVm(vcenter, cid, ref);
    return 'gone';
  } catch (error) {
    if (CodedError.is(error, 'VMNotFound')) return 'gone';
    throw error;
  }
}

function sameAddresses(one: CpiNetworks, other: CpiNetworks): boolean {
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => {
    const [a, b] = [one[name]?.ip, other[name]?.ip].map((ip) => (ip === undefined ? undefined : IpAddress.tryParse(ip)));
    return a !== undefined && b !== undefined && a.equals(b);
  });
}
