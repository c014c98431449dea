import { cpiError } from '@bosh6/cpi-protocol';
import { type Ref, type Row, retrievePages, VSphereFault } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { ClusterPlace } from '../properties/clusters.js';
import { templatePaths } from '../stemcell/template.js';
import type { Vcenter } from '../vcenter.js';
import { type Datastore, datastorePaths, readDatastore } from './datastore.js';
import type { Located } from './locate.js';
import { type Cluster, clusterPaths, findCluster, readCluster, readHosts } from './read-clusters.js';

export type Rows = ReadonlyMap<string, Row<'ManagedEntity', string>>;

export interface Inventory<L> {
  clusters: Cluster[];
  datastores: Datastore[];
  /** What `locate` gave. */
  located: L;
  /** The properties of all these, by id. */
  rows: Rows;
}

const paths = { ...clusterPaths, Datastore: [...datastorePaths], VirtualMachine: [...templatePaths], Folder: ['name'], Network: ['name'] };

/**
 * All that placement looks at, and what else the call needs to know: one answer, for each question costs a way to vCenter and back. Objects that are
 * remembered from an earlier call and that somebody removed or renamed since are located anew.
 */
export async function readInventory<L extends { objects: readonly Located[] }>(
  vcenter: Vcenter,
  places: readonly ClusterPlace[],
  locate: () => Promise<L>,
): Promise<Inventory<L>> {
  return doing('reading clusters and datastores', async () => {
    for (let again = true; ; again = false) {
      const [found, located] = await Promise.all([Promise.all(places.map((place) => findCluster(vcenter, place))), locate()]);
      const objects = [...located.objects, ...found.flatMap(({ cluster, pool }) => (pool === undefined ? [cluster] : [cluster, pool]))];
      const rows = await read(vcenter, objects);
      if (objects.every(({ ref, name }) => rows.get(ref.value)?.properties.name === name)) {
        refuseUnreadable(located.objects, rows);
        const all = [...rows.values()];
        const hosts = readHosts(all.filter(({ ref }) => ref.type === 'HostSystem'));
        return {
          clusters: found.map((one) => readCluster(one, rows, hosts)),
          datastores: all.filter(({ ref }) => ref.type === 'Datastore').map(({ ref, properties }) => readDatastore(ref, properties)),
          located,
          rows,
        };
      }
      vcenter.known.clear();
      if (!again) throw cpiError('CloudError', 'they are renamed or removed right now', { okToRetry: true });
    }
  });
}

/** Objects that are gone are not among the rows. */
async function read({ vim }: Vcenter, objects: readonly Located[]): Promise<Rows> {
  const reach = (path: string) => ({ $type: 'TraversalSpec' as const, name: path, type: 'ComputeResource', path, skip: false });
  const refs = new Map(objects.map(({ ref }) => [ref.value, ref]));
  const spec = {
    propSet: Object.entries(paths).map(([type, pathSet]) => ({ type, pathSet })),
    objectSet: [...refs.values()].map((obj) => ({ obj, ...(isCluster(obj) ? { selectSet: [reach('host'), reach('datastore')] } : {}) })),
    reportMissingObjectsInResults: true,
  };
  const rows = new Map<string, Row<'ManagedEntity', string>>();
  try {
    for await (const page of retrievePages<'ManagedEntity', string>(vim, spec)) for (const row of page) rows.set(row.ref.value, row);
  } catch (error) {
    // some servers refuse all for one that is gone
    if (!VSphereFault.is(error, 'ManagedObjectNotFound')) throw error;
    rows.clear();
  }
  return rows;
}

const isCluster = ({ type }: Ref): boolean => type === 'ComputeResource' || type === 'ClusterComputeResource';

function refuseUnreadable(located: readonly Located[], rows: Rows): void {
  for (const { ref, name } of located) {
    const [refused] = Object.entries(rows.get(ref.value)?.missing ?? {});
    if (refused !== undefined) throw cpiError('CloudError', `'${name}': '${refused[0]}' cannot be read: ${refused[1]}`);
  }
}
