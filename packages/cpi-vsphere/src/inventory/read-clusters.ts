import { cpiError } from '@bosh6/cpi-protocol';
import type { Data, Ref } from '@bosh6/vim25';
import type { PlacementCluster } from '../placement/inventory.js';
import type { ClusterPlace } from '../properties/clusters.js';
import type { Vcenter } from '../vcenter.js';
import { mandatoryHosts } from './host-group.js';
import { type Located, locate } from './locate.js';

export interface Host {
  ref: Ref<'HostSystem'>;
  cpuMhz: number;
  freeMemoryMib: number;
}

export interface Cluster extends PlacementCluster {
  place: ClusterPlace;
  ref: Ref<'ComputeResource'>;
  pool: Ref<'ResourcePool'>;
  /** Those that run VMs now, the one with most memory free first. */
  usableHosts: Host[];
}

type Properties = Readonly<Record<string, unknown>>;
const mib = 1024 * 1024;

/** What clusters, their pools and their hosts are read with. */
export const clusterPaths = {
  ComputeResource: ['name', 'host', 'resourcePool', 'summary'],
  ResourcePool: ['name', 'runtime.memory.maxUsage', 'summary.quickStats'],
  HostSystem: ['runtime.connectionState', 'runtime.inMaintenanceMode', 'summary.hardware', 'summary.quickStats'],
};

export interface FoundCluster {
  place: ClusterPlace;
  cluster: Located;
  pool?: Located;
  /** Ids of the hosts that VMs must be on; `undefined` where any will do. */
  only: ReadonlySet<string> | undefined;
}

/** Throws CpiError where the datacenter lacks it, or it the host group. */
export async function findCluster(vcenter: Vcenter, place: ClusterPlace): Promise<FoundCluster> {
  const { name, resourcePool } = place;
  const names = name.split('/');
  const cluster = required(await locate(vcenter, 'host', ...names));
  const only = await mandatoryHosts(vcenter, place, cluster.ref as Ref<'ComputeResource'>);
  if (resourcePool === undefined) return { place, cluster, only };
  return { place, cluster, only, pool: required(await locate(vcenter, 'host', ...names, 'Resources', ...resourcePool.split('/'))) };

  function required(one: Located | undefined): Located {
    if (one !== undefined) return one;
    const what = resourcePool === undefined ? `cluster '${name}'` : `cluster '${name}' with resource pool '${resourcePool}'`;
    throw cpiError('CpiError', `datacenter '${vcenter.properties.datacenter.name}' has no ${what}`, {
      where: { object: `cluster ${name}` },
    });
  }
}

type ReadHost = Host & { usable: boolean; memoryMib: number };

export const readHosts = (rows: readonly { ref: Ref; properties: Properties }[]): ReadonlyMap<string, ReadHost> =>
  new Map(rows.map((row) => [row.ref.value, readHost(row)]));

export function readCluster(
  { place, cluster: { ref }, pool, only }: FoundCluster,
  rows: ReadonlyMap<string, { properties: Properties }>,
  hosts: ReadonlyMap<string, ReadHost>,
): Cluster {
  const own = rows.get(ref.value)?.properties ?? {};
  const members = ((own.host ?? []) as Ref<'HostSystem'>[]).flatMap(({ value }) => hosts.get(value) ?? []);
  const usableHosts = members
    .filter((host) => host.usable && (only?.has(host.ref.value) ?? true))
    .sort((a, b) => b.freeMemoryMib - a.freeMemoryMib);
  const summary = own.summary as { effectiveMemory?: unknown } | undefined;
  const onHosts = only === undefined ? Number.POSITIVE_INFINITY : usableHosts.reduce((sum, host) => sum + host.freeMemoryMib, 0);
  const inPool = pool === undefined ? undefined : poolMemoryMib(rows.get(pool.ref.value)?.properties ?? {});
  return {
    place,
    ref: ref as Ref<'ComputeResource'>,
    pool: (pool?.ref ?? own.resourcePool) as Ref<'ResourcePool'>,
    name: place.resourcePool === undefined ? place.name : `${place.name}/${place.resourcePool}`,
    hosts: usableHosts.map((host) => host.ref.value),
    usableHosts,
    freeMemoryMib: Math.min(onHosts, inPool ?? effectiveMemoryMib(summary?.effectiveMemory, members)),
  };
}

/** MB by the schema; a simulator gives bytes, which no cluster has as many of as megabytes. */
function effectiveMemoryMib(effective: unknown, hosts: readonly { memoryMib: number }[]): number {
  const total = hosts.reduce((sum, { memoryMib }) => sum + memoryMib, 0);
  const value = Number(effective ?? total);
  return total > 0 && value > 2 * total ? Math.floor(value / mib) : value;
}

function poolMemoryMib(properties: Properties): number {
  const used = (properties['summary.quickStats'] as Data<'ResourcePoolQuickStats'> | undefined)?.hostMemoryUsage ?? 0;
  return Math.floor(Number(properties['runtime.memory.maxUsage'] ?? 0) / mib) - Number(used);
}

function readHost({ ref, properties }: { ref: Ref; properties: Properties }): ReadHost {
  const hardware = properties['summary.hardware'] as Data<'HostHardwareSummary'> | undefined;
  const stats = properties['summary.quickStats'] as Data<'HostListSummaryQuickStats'> | undefined;
  const memoryMib = Math.floor(Number(hardware?.memorySize ?? 0) / mib);
  return {
    ref: ref as Ref<'HostSystem'>,
    cpuMhz: hardware?.cpuMhz ?? 0,
    memoryMib,
    freeMemoryMib: memoryMib - (stats?.overallMemoryUsage ?? 0),
    usable: properties['runtime.connectionState'] === 'connected' && properties['runtime.inMaintenanceMode'] !== true,
  };
}
