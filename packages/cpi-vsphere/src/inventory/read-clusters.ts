import { cpiError } from '@bosh6/cpi-protocol';
import { type Data, type FilterSpec, type Ref, retrievePages } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { PlacementCluster } from '../placement/inventory.js';
import type { ClusterPlace } from '../properties/clusters.js';
import { once, type Vcenter } from '../vcenter.js';
import { type Datastore, datastorePaths, readDatastore } from './datastore.js';
import { findByPath } from './find-by-path.js';
import { mandatoryHosts } from './host-group.js';

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

/** The clusters that VMs may go to, and the datastores of their hosts: all that placement looks at, in one answer. */
export async function readClusters(
  vcenter: Vcenter,
  places: readonly ClusterPlace[],
): Promise<{ clusters: Cluster[]; datastores: Datastore[] }> {
  return doing('reading clusters and datastores', async () => {
    const found = await Promise.all(
      places.map(async (place) => {
        const at = await findCluster(vcenter, place);
        return { place, ...at, only: await mandatoryHosts(vcenter, place, at.ref) };
      }),
    );
    const rows = new Map<string, { ref: Ref; properties: Properties }>();
    for await (const page of retrievePages(vcenter.vim, filter(found)))
      for (const { ref, properties } of page) rows.set(ref.value, { ref, properties: properties as Properties });
    const of = (type: string) => [...rows.values()].filter(({ ref }) => ref.type === type);
    const hosts = new Map(of('HostSystem').map((row) => [row.ref.value, readHost(row)]));
    return {
      clusters: found.map((one) => readCluster(one, rows, hosts)),
      datastores: of('Datastore').map(({ ref, properties }) => readDatastore(ref, properties)),
    };
  });
}

async function findCluster(
  vcenter: Vcenter,
  { name, resourcePool }: ClusterPlace,
): Promise<{ ref: Ref<'ComputeResource'>; pool?: Ref<'ResourcePool'> }> {
  const ref = await once(vcenter, `cluster ${name}`, () => findByPath(vcenter, 'host', ...name.split('/')).then(required));
  if (resourcePool === undefined) return { ref: ref as Ref<'ComputeResource'> };
  const names = [...name.split('/'), 'Resources', ...resourcePool.split('/')];
  const pool = await once(vcenter, `pool ${name}/${resourcePool}`, () => findByPath(vcenter, 'host', ...names).then(required));
  return { ref: ref as Ref<'ComputeResource'>, pool: pool as Ref<'ResourcePool'> };

  function required(one: Ref | undefined): Ref {
    if (one !== undefined) return one;
    const what = resourcePool === undefined ? `cluster '${name}'` : `cluster '${name}' with resource pool '${resourcePool}'`;
    throw cpiError('CpiError', `datacenter '${vcenter.properties.datacenter.name}' has no ${what}`, {
      where: { object: `cluster ${name}` },
    });
  }
}

const paths = {
  ComputeResource: ['host', 'resourcePool', 'summary'],
  ResourcePool: ['runtime.memory.maxUsage', 'summary.quickStats'],
  HostSystem: ['runtime.connectionState', 'runtime.inMaintenanceMode', 'summary.hardware', 'summary.quickStats'],
  Datastore: [...datastorePaths],
};

function filter(found: readonly { ref: Ref<'ComputeResource'>; pool?: Ref<'ResourcePool'> }[]): FilterSpec {
  const reach = (path: string) => ({ $type: 'TraversalSpec' as const, name: path, type: 'ComputeResource', path, skip: false });
  const clusters = new Map(found.map(({ ref }) => [ref.value, ref]));
  return {
    propSet: Object.entries(paths).map(([type, pathSet]) => ({ type, pathSet })),
    objectSet: [
      ...[...clusters.values()].map((obj) => ({ obj, skip: false, selectSet: [reach('host'), reach('datastore')] })),
      ...found.flatMap(({ pool }) => (pool === undefined ? [] : [{ obj: pool, skip: false }])),
    ],
  };
}

function readCluster(
  {
    place,
    ref,
    pool,
    only,
  }: { place: ClusterPlace; ref: Ref<'ComputeResource'>; pool?: Ref<'ResourcePool'>; only: ReadonlySet<string> | undefined },
  rows: ReadonlyMap<string, { properties: Properties }>,
  hosts: ReadonlyMap<string, Host & { usable: boolean; memoryMib: number }>,
): Cluster {
  const own = rows.get(ref.value)?.properties ?? {};
  const members = ((own.host ?? []) as Ref<'HostSystem'>[]).flatMap(({ value }) => hosts.get(value) ?? []);
  const usableHosts = members
    .filter((host) => host.usable && (only?.has(host.ref.value) ?? true))
    .sort((a, b) => b.freeMemoryMib - a.freeMemoryMib);
  const summary = own.summary as { effectiveMemory?: unknown } | undefined;
  const onHosts = only === undefined ? Number.POSITIVE_INFINITY : usableHosts.reduce((sum, host) => sum + host.freeMemoryMib, 0);
  const inPool = pool === undefined ? undefined : poolMemoryMib(rows.get(pool.value)?.properties ?? {});
  return {
    place,
    ref,
    pool: pool ?? (own.resourcePool as Ref<'ResourcePool'>),
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

function readHost({ ref, properties }: { ref: Ref; properties: Properties }): Host & { usable: boolean; memoryMib: number } {
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
