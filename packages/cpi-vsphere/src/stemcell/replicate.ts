import { cpiError } from '@bosh6/cpi-protocol';
import { type Ref, VSphereFault } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Datastore } from '../inventory/datastore.js';
import { ensureFolder } from '../inventory/folders.js';
import type { Cluster } from '../inventory/read-clusters.js';
import { thisMaker } from '../maker.js';
import { once, type Vcenter } from '../vcenter.js';
import { marks, optionValues } from '../vm/extra-config.js';
import { removeHalfMade, type Template } from './template.js';
import { wholeTemplate } from './wait-for-template.js';

/** The stemcell on the datastore, copied there when it is not: a linked clone lies beside its parent. */
export async function templateOn(
  vcenter: Vcenter,
  stemcell: Required<Template>,
  datastore: Datastore,
  cluster: Cluster,
  directorUuid: string,
): Promise<Required<Template>> {
  if (stemcell.datastores.some(({ value }) => value === datastore.ref.value)) return stemcell;
  const name = replicaName(stemcell.name, datastore);
  const make = async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      const there = await wholeTemplate(vcenter, name, directorUuid);
      if (there !== undefined) return there;
      await copy(vcenter, stemcell, name, datastore, cluster, directorUuid);
    }
    throw cpiError('CloudError', `stemcell '${stemcell.name}' cannot be copied to datastore '${datastore.name}': copies of it disappear`, {
      okToRetry: true,
    });
  };
  return once(vcenter, copyKey(name), () => vcenter.flights.run(name, make));
}

/** To be called when the copy that is remembered turns out to be gone. False when none is remembered. */
export function forgetCopy(vcenter: Vcenter, copy: Pick<Template, 'name'>): boolean {
  return vcenter.known.delete(copyKey(copy.name));
}

const copyKey = (name: string): string => `copy ${name}`;

/** A vSphere name that simulators take too. */
export const replicaName = (stemcell: string, { ref }: Pick<Datastore, 'ref'>): string => `${stemcell}_${ref.value}`;

async function copy(
  vcenter: Vcenter,
  stemcell: Required<Template>,
  name: string,
  datastore: Datastore,
  cluster: Cluster,
  directorUuid: string,
): Promise<void> {
  const { vim } = vcenter;
  const { ref: folder } = await ensureFolder(vcenter, 'template_folder', directorUuid);
  const host = cluster.usableHosts[0]?.ref;
  await doing(`copying stemcell '${stemcell.name}' to datastore '${datastore.name}'`, async () => {
    let made: Ref<'VirtualMachine'> | undefined;
    try {
      made = await vim.run('CloneVM_Task', stemcell.ref, {
        folder,
        name,
        spec: {
          location: { datastore: datastore.ref, pool: cluster.pool, ...(host === undefined ? {} : { host }) },
          template: false,
          config: { managedBy: stemcell.managedBy, extraConfig: optionValues({ [marks.maker]: thisMaker() }) },
          powerOn: false,
        },
      });
      await vim.run('CreateSnapshot_Task', made, { name: 'initial', memory: false, quiesce: false });
    } catch (error) {
      // somebody else copies it right now
      if (VSphereFault.is(error, 'DuplicateName')) return;
      if (made !== undefined) await removeHalfMade(vcenter, { ref: made, name }).catch(() => undefined);
      throw error;
    }
  });
}
