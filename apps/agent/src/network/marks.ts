/** Numbers by which the agent knows its own in the kernel again; 26000 is used by no daemon that we know. */

/** The group of interfaces that the agent manages. */
export const managedGroup = 26_000;

/** Tables and rule priorities from here to `lastOwn` are the agent's: what of them no plan wants goes. */
export const firstOwn = 26_000;
export const lastOwn = 26_999;

export const mainTable = 254;
/** The kernel's own, of what is the machine's. */
export const localTable = 255;
/** Holds the delegated IPv6 prefixes as local. IPv4 takes for a source only what the kernel's own table holds. */
export const delegatedTable = firstOwn;
/** The table of the n-th planned address. */
export const sourceTable = (n: number): number => firstOwn + 1 + n;

export const priority = {
  /** What a workload has routed within a delegated IPv4 prefix: before the local table, which the prefix is in. */
  workloadOfPrefix4: 1,
  /** The local table's, where it has to come after that. */
  local: 2,
  /** What a workload has routed within a delegated prefix. */
  workloadOfPrefix: firstOwn,
  delegated: firstOwn + 1,
  /** What a workload has routed by interfaces of its own. */
  workload: firstOwn + 2,
  source: firstOwn + 3,
} as const;

/** Of a default route that was learnt: the settings' own, at 1024, wins. */
export const learntMetric = 2048;
