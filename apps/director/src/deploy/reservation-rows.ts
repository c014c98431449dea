import { IpAddress, IpPrefix } from '@bosh6/ip';
import type { PlacedReservation } from '@bosh6/plan';
import type { NewReservation } from '../persistence/repositories/reservation-repository.js';
import type { Repositories } from '../persistence/store.js';
import { fail } from './errors.js';

export interface Holder {
  instanceId: number | null;
  taskId: number;
  /** For people. */
  owner: string;
}

/** A new reservation as it is stored. */
export function reservationRow(reservation: PlacedReservation, holder: Holder): NewReservation {
  const { family, address, prefix: length, network, kind, nicGroup = null } = reservation;
  const prefix = IpPrefix.of(IpAddress.parse(address), length);
  return {
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
}

/** Stores new reservations; inside `Store.write`. Throws AddressTaken when another deploy was faster. */
export async function insertReservations(tx: Repositories, rows: readonly NewReservation[]): Promise<void> {
  const clash = await tx.reservations.insertAllUnlessOverlap(rows);
  if (clash === undefined) return;
  const { family, first, network } = clash.row;
  throw fail('AddressTaken', `address ${IpAddress.fromBytes(family, first)} of network '${network}' is taken by ${clash.taken.owner}`);
}
