import { makeDisk } from '../deploy/create-disk.js';
import { readCloudConfig } from '../deploy/documents.js';
import type { Scope } from '../engine/scope.js';
import * as director from '../errors.js';
import { recordAround } from '../events/record-around.js';
import type { DeploymentRow, DynamicDiskRow, VmRow } from '../persistence/rows/index.js';
import { destroyDynamicDisk } from './destroy-dynamic-disk.js';
import { fail } from './errors.js';

interface Wanted {
  readonly name: string;
  /** Disk type of the cloud config. */
  readonly pool: string;
  readonly sizeMib: number;
  readonly az: string | null;
}

/** Creates a dynamic disk near that VM, attached to none. Under the lock of its name. Throws DynamicDiskTypeUnknown, DeploymentNotFound. */
export async function makeDynamicDisk(scope: Scope, deployment: DeploymentRow, vm: VmRow, wanted: Wanted): Promise<DynamicDiskRow> {
  const { store } = scope.collaborators;
  const { name, pool, sizeMib, az } = wanted;
  const type = (await readCloudConfig(scope, deployment.teams)).diskTypes.find((each) => each.name === pool);
  if (type === undefined) throw fail('DynamicDiskTypeUnknown', `no cloud config has a disk type '${pool}'`);
  const { cloudProperties } = type;
  const disk = await recordAround(scope, { action: 'create', objectType: 'disk', deployment: deployment.name }, async (learn) => {
    const made = await makeDisk(scope, vm, { sizeMib, cloudProperties }, { title: `dynamic disk '${name}'` }, (tx, cid) =>
      tx.dynamicDisks.insert({
        deploymentId: deployment.id,
        name,
        cid,
        pool,
        size: sizeMib,
        az,
        cpi: vm.cpi,
        metadata: {},
        instanceId: null,
        vmCid: null,
        hint: null,
      }),
    );
    learn({ objectName: made.cid });
    return made;
  });
  if ((await store.read.deployments.find({ id: deployment.id })) !== undefined) return disk;
  await destroyDynamicDisk(scope, disk, deployment.name);
  throw director.fail('DeploymentNotFound', `deployment '${deployment.name}' was deleted meanwhile`);
}
