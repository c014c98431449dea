import { IpAddress, IpPrefix } from '@bosh6/ip';
import type { PlacedReservation } from '@bosh6/plan';
import type { ReservationRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { fail } from './errors.js';

export interface Holder {
  instanceId: number | null;
  taskId: number;
  /** For people. */
  owner: string;
}

/** Stores a new reservation; inside `Store.write`. Throws AddressTaken when another deploy was faster. */
export async function insertReservation(tx: Repositories, reservation: PlacedReservation, holder: Holder): Promise<void> {
  const { family, address, prefix: length, network, kind, nicGroup = null } = reservation;
  const prefix = IpPrefix.of(IpAddress.parse(address), length);
  const row: Omit<ReservationRow, 'id'> = {
    family,
    first: Buffer.from(prefix.first.toBytes16()),
    last: Buffer.from(prefix.last.toBytes16()),
    prefix: length,
    network,
    kind,
    vmId: null,
    nicGroup,
    ...holder,
  };
  const result = await tx.reservations.insertUnlessOverlap(row);
  if (!result.inserted) throw fail('AddressTaken', `address ${address} of network '${network}' is taken by ${result.taken.owner}`);
}
