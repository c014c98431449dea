import { listObjects } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';
import { type Datastore, datastorePaths, readDatastore } from './datastore.js';

/** Every datastore of the datacenter. */
export async function readDatastores({ vim, datacenter }: Vcenter): Promise<Datastore[]> {
  return doing('reading datastores', async () => {
    const rows = await listObjects(vim, 'Datastore', datastorePaths, { container: datacenter });
    return rows.map(({ ref, properties }) => readDatastore(ref, properties));
  });
}
