/** What placement looks at: plain data, read once a call. */
export interface PlacementCluster {
  /** As the properties name it, with the pool: `C1`, or `C1/P`. */
  name: string;
  freeMemoryMib: number;
  /** Ids of the hosts that run VMs now: connected, not in maintenance. */
  hosts: readonly string[];
}

export interface PlacementDatastore {
  name: string;
  freeMib: number;
  /** Not in maintenance, and reachable at all. */
  usable: boolean;
  /** Ids of the hosts that have it mounted. */
  hosts: readonly string[];
}
