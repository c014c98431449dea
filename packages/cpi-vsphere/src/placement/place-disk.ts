import { cpiError } from '@bosh6/cpi-protocol';
import type { PlacementDatastore } from './inventory.js';
import { byFreeSpace } from './place-vm.js';

const diskReserveMib = 1024;

/** Where a persistent disk of this size goes, best first. Throws NoDiskSpace. `what` names the disk. */
export function placeDisk<D extends PlacementDatastore>(
  what: string,
  sizeMib: number,
  allows: (datastore: string) => boolean,
  datastores: readonly D[],
  random: () => number,
): D[] {
  const allowed = datastores.filter(({ usable, name }) => usable && allows(name));
  const fitting = allowed.filter(({ freeMib }) => freeMib > sizeMib + diskReserveMib);
  if (fitting.length > 0) return byFreeSpace(fitting, random);
  const told = allowed.map(({ name, freeMib }) => `'${name}' has ${freeMib} MiB free`);
  throw cpiError('NoDiskSpace', `no datastore for ${what} of ${sizeMib} MiB: ${told.length > 0 ? told.join(', ') : 'none may be used'}`, {
    hint: `a datastore keeps ${diskReserveMib} MiB free`,
  });
}
