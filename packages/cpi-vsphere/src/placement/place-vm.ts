import { cpiError } from '@bosh6/cpi-protocol';
import type { PlacementCluster, PlacementDatastore } from './inventory.js';

/** Memory that vSphere keeps for itself for a VM, and room that a datastore keeps. */
const memoryReserveMib = 128;
const diskReserveMib = 1024;

export interface VmNeeds {
  ramMib: number;
  /** Of the system disk and the ephemeral disk; the swap file is added here. */
  diskMib: number;
  allows(datastore: string): boolean;
  /** Persistent disks that the VM will get. */
  disks: readonly { datastore: string; sizeMib: number }[];
}

export interface Place<C, D> {
  cluster: C;
  datastore: D;
}

/**
 * Every place that has room, best first: clusters by how little of the persistent disks would have to move, then by the free space of their datastores;
 * datastores by free space, with chance in it so that VMs made at one time spread. Throws when there is none, and says why for each cluster.
 */
export function placeVm<C extends PlacementCluster, D extends PlacementDatastore>(
  needs: VmNeeds,
  clusters: readonly C[],
  datastores: readonly D[],
  random: () => number,
): Place<C, D>[] {
  const reasons: string[] = [];
  let isSpace = false;
  const ranked: { cluster: C; fitting: D[]; migrationMib: number; score: number }[] = [];
  for (const cluster of clusters) {
    const reachable = datastores.filter((datastore) => reaches(cluster, datastore));
    const allowed = reachable.filter(({ name }) => needs.allows(name));
    const fitting = allowed.filter(({ freeMib }) => freeMib > needs.diskMib + needs.ramMib + memoryReserveMib + diskReserveMib);
    if (cluster.freeMemoryMib <= needs.ramMib + memoryReserveMib)
      reasons.push(`cluster '${cluster.name}' has ${cluster.freeMemoryMib} MiB of memory free`);
    else if (allowed.length === 0) reasons.push(`cluster '${cluster.name}' reaches no datastore that the VM may use`);
    else if (fitting.length === 0) {
      isSpace = true;
      reasons.push(`cluster '${cluster.name}': ${allowed.map(({ name, freeMib }) => `'${name}' has ${freeMib} MiB free`).join(', ')}`);
    } else {
      const near = new Set(reachable.map(({ name }) => name));
      const migrationMib = needs.disks.reduce((sum, { datastore, sizeMib }) => sum + (near.has(datastore) ? 0 : sizeMib), 0);
      ranked.push({ cluster, fitting, migrationMib, score: balance(allowed.map(({ freeMib }) => freeMib)) });
    }
  }
  if (ranked.length === 0) {
    const message = `no place for a VM of ${needs.ramMib} MiB memory and ${needs.diskMib} MiB of disks: ${reasons.join('; ')}`;
    throw isSpace ? cpiError('NoDiskSpace', message) : cpiError('VMCreationFailed', message);
  }
  ranked.sort((a, b) => a.migrationMib - b.migrationMib || b.score - a.score || b.cluster.freeMemoryMib - a.cluster.freeMemoryMib);
  return ranked.flatMap(({ cluster, fitting }) => byFreeSpace(fitting, random).map((datastore) => ({ cluster, datastore })));
}

/** A datastore counts for a cluster when every host that runs VMs has it: DRS may start a VM on any. */
export function reaches(cluster: PlacementCluster, datastore: PlacementDatastore): boolean {
  const mounted = new Set(datastore.hosts);
  return datastore.usable && cluster.hosts.length > 0 && cluster.hosts.every((host) => mounted.has(host));
}

export function byFreeSpace<D extends PlacementDatastore>(datastores: readonly D[], random: () => number): D[] {
  const weighed = datastores.map((datastore) => ({ datastore, weight: datastore.freeMib * random() }));
  return weighed.sort((a, b) => b.weight - a.weight).map(({ datastore }) => datastore);
}

/** Even space counts for more than one large datastore among full ones. */
function balance(free: readonly number[]): number {
  const sorted = [...free].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  return (sorted[0] ?? 0) + mean + (sorted[Math.floor(sorted.length / 2)] ?? 0);
}
