export type ReservationKind = 'static' | 'dynamic';

/** A range of addresses that somebody has; `first` and `last` are 16 bytes, IPv4 right-aligned, so that bytes sort like addresses. */
export interface ReservationRow {
  readonly id: number;
  readonly family: 4 | 6;
  readonly first: Uint8Array;
  readonly last: Uint8Array;
  /** 32 or 128 for a single address, shorter for a delegated prefix. */
  readonly prefix: number;
  readonly network: string;
  readonly instanceId: number | null;
  readonly vmId: number | null;
  /** Set by `ReservationRepository.moveToOrphan` alone; its VM is no instance's then. */
  readonly orphanedVmId: number | null;
  readonly taskId: number | null;
  /** For people: `nginx/web/<uuid>`, `compilation nginx`. */
  readonly owner: string;
  readonly kind: ReservationKind;
  readonly nicGroup: string | null;
}
